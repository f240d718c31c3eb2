using Microsoft.EntityFrameworkCore;
using Pulih.Chat.Contracts;
using Pulih.Chat.Turns;
using Pulih.Platform.Storage;
using Pulih.Sending.Contracts;

namespace Pulih.Chat.Inbox;

/// <summary>One line of a conversation: what the person wrote, or what we said with how far it came.</summary>
internal sealed record Line(DateTime At, bool Ours, string Text)
{
    public HeardKind Kind { get; init; } = HeardKind.Text;
    public IReadOnlyList<string> Choices { get; init; } = [];
    public string? Picture { get; init; }

    /// <summary>The message that brought a photo or voice.</summary>
    public long? File { get; init; }
    public Tick Tick { get; init; }
    public string? State { get; init; }
    public bool Parked { get; init; }
}

/// <summary>A stretch of a conversation, oldest first; <paramref name="Earlier"/> is the moment before which there is more.</summary>
internal sealed record Talk(IReadOnlyList<Line> Lines, DateTime? Earlier);

/// <summary>Puts what came in and what went out together by time, as it happened.</summary>
internal sealed class ReadConversation(ISent sent)
{
    private const int Most = 60;

    public async Task<Talk> With(PulihDb db, Guid personId, DateTime before, CancellationToken cancel)
    {
        var conversations = await db.Set<Conversation>().Where(c => c.PersonId == personId).Select(c => new { c.Channel, c.Address, c.UserId }).ToListAsync(cancel);
        var lines = new List<Line>();
        foreach (var channel in conversations.GroupBy(c => c.Channel))
        {
            // Who withholds the number writes from the business-scoped id, into the same conversation.
            string[] addresses = [.. channel.Select(c => c.Address).Concat(channel.Select(c => c.UserId).OfType<string>()).Distinct()];
            lines.AddRange(await Heard(db, channel.Key, addresses, before, cancel));
            lines.AddRange((await sent.To(db, channel.Key, addresses, before, Most + 1, cancel)).Select(Said));
        }

        // A stretch holds the newest lines of both; one more of either tells that there are earlier ones.
        Line[] newest = [.. lines.OrderByDescending(l => l.At).ThenByDescending(l => l.Ours)];
        Line[] shown = [.. newest.Take(Most).Reverse()];
        return new(shown, newest.Length > Most ? shown[0].At : null);
    }

    private static async Task<List<Line>> Heard(PulihDb db, string channel, string[] addresses, DateTime before, CancellationToken cancel) =>
        (await db.Set<InboxMessage>().Where(m => addresses.Contains(m.Address) && m.Channel == channel && m.ReceivedAt < before)
            .OrderByDescending(m => m.Id).Take(Most + 1)
            .Select(m => new { m.Id, m.ReceivedAt, m.Kind, m.Text, m.State })
            .ToListAsync(cancel))
            .ConvertAll(m => new Line(m.ReceivedAt, Ours: false, m.Text) { Kind = m.Kind, File = m.Kind is HeardKind.Picture or HeardKind.Voice ? m.Id : null, Parked = m.State == InboxState.Parked });

    private static Line Said(SentMessage message) => new(message.At, Ours: true, message.Say.Text)
    {
        Choices = [.. message.Say.Choices.Select(c => c.Title)], Picture = message.Say.Picture?.Alt, Tick = message.Tick, State = message.State,
    };
}

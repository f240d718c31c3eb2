using Pulih.Chat.Contracts;
using Pulih.Platform.Storage;
using Pulih.Sending.Contracts;

namespace Pulih.Chat.Turns;

/// <summary>Says something to people outside a turn; the open question stays open.</summary>
internal sealed class Speak(IOutbox outbox, TimeProvider clock) : ISpeak
{
    public async Task To(PulihDb db, Purpose purpose, IReadOnlyCollection<(Guid PersonId, Say Say)> messages, CancellationToken cancel, string? dialogue = null)
    {
        if (messages.Count == 0)
        {
            return;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var known = await db.OfPeople([.. messages.Select(m => m.PersonId).Distinct()], cancel);
        foreach (var (person, say) in messages)
        {
            if (Best(known[person], now) is { } conversation)
            {
                outbox.Queue(db, conversation.Outgoing(purpose, say) with { Dialogue = dialogue });
            }
        }
    }

    /// <summary>Where the person can be told something now; else WhatsApp, where a template can still reach them. Null for who never wrote or said stop.</summary>
    private static Conversation? Best(IEnumerable<Conversation> theirs, DateTime now)
    {
        var ways = theirs.ToList();
        return ways.Exists(c => c.Stopped) ? null
            : ways.Find(c => c.LastHeardAt + Outgoing.Window > now) ?? ways.Find(c => c.Channel == ChannelName.WhatsApp) ?? ways.FirstOrDefault();
    }
}

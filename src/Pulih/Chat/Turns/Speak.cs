using Pulih.Chat.Contracts;
using Pulih.Platform.Storage;
using Pulih.Sending.Contracts;

namespace Pulih.Chat.Turns;

/// <summary>Says something to people outside a turn; the open question stays open.</summary>
internal sealed class Speak(IOutbox outbox) : ISpeak
{
    public async Task To(PulihDb db, Purpose purpose, IReadOnlyCollection<(Guid PersonId, Say Say)> messages, CancellationToken cancel, string? dialogue = null)
    {
        if (messages.Count == 0)
        {
            return;
        }

        var known = await db.OfPeople([.. messages.Select(m => m.PersonId).Distinct()], cancel);
        foreach (var (person, say) in messages)
        {
            if (known[person].FirstOrDefault() is { Stopped: false } conversation)
            {
                outbox.Queue(db, conversation.Outgoing(purpose, say) with { Dialogue = dialogue });
            }
        }
    }
}

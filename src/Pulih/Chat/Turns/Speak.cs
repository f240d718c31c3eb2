using Microsoft.EntityFrameworkCore;
using Pulih.Chat.Contracts;
using Pulih.Platform.Storage;
using Pulih.Sending.Contracts;

namespace Pulih.Chat.Turns;

/// <summary>Says something to people outside a turn; the open question stays open, so it takes no choices of its own.</summary>
internal sealed class Speak(IOutbox outbox) : ISpeak
{
    public async Task To(PulihDb db, Purpose purpose, IReadOnlyCollection<(Guid PersonId, Say Say)> messages, CancellationToken cancel)
    {
        var people = messages.Select(m => m.PersonId).Distinct().ToArray();
        var known = await db.Set<Conversation>().AsNoTracking().Where(c => people.Contains(c.PersonId)).ToListAsync(cancel);
        var latest = known.GroupBy(c => c.PersonId).ToDictionary(g => g.Key, g => g.MaxBy(c => c.LastHeardAt)!);
        foreach (var (person, say) in messages)
        {
            if (latest.TryGetValue(person, out var conversation) && !conversation.Stopped)
            {
                outbox.Queue(db, new(person, conversation.Channel, conversation.Address, purpose, say) { Number = conversation.Number, HeardAt = conversation.LastHeardAt });
            }
        }
    }
}

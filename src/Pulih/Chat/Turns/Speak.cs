using Microsoft.EntityFrameworkCore;
using Pulih.Chat.Contracts;
using Pulih.Platform.Storage;
using Pulih.Sending.Contracts;

namespace Pulih.Chat.Turns;

/// <summary>Says something to a person outside a turn; the open question stays open, so it takes no choices of its own.</summary>
internal sealed class Speak(IOutbox outbox) : ISpeak
{
    public async Task<Guid?> To(PulihDb db, Guid personId, Purpose purpose, Say say, CancellationToken cancel)
    {
        var conversation = await db.Set<Conversation>().AsNoTracking().Where(c => c.PersonId == personId).OrderByDescending(c => c.LastHeardAt).FirstOrDefaultAsync(cancel);
        if (conversation is null || conversation.Stopped)
        {
            return null;
        }

        return outbox.Queue(db, new(personId, conversation.Channel, conversation.Address, purpose, say) { Number = conversation.Number, HeardAt = conversation.LastHeardAt });
    }
}

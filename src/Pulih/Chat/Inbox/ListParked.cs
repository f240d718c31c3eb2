using Microsoft.EntityFrameworkCore;
using Pulih.Chat.Contracts;
using Pulih.Chat.Turns;
using Pulih.Platform.Storage;

namespace Pulih.Chat.Inbox;

/// <summary>A message set aside, with the person it came from; empty when they had no conversation yet.</summary>
internal sealed record ParkedRow(long Id, Guid PersonId, string Address, HeardKind Kind, string Text, string? Trouble, DateTime ReceivedAt);

internal static class ListParked
{
    /// <summary>The newest parked messages below a key.</summary>
    public static async Task<IReadOnlyList<ParkedRow>> Page(PulihDb db, long? before, int take, CancellationToken cancel)
    {
        // The condition stands as in the filtered index, so that only parked messages are looked at.
        var parked = db.Set<InboxMessage>().Where(m => m.State == InboxState.Parked);
        if (before is { } key)
        {
            parked = parked.Where(m => m.Id < key);
        }

        return await parked.OrderByDescending(m => m.Id).Take(take)
            .Select(m => new ParkedRow(
                m.Id,
                db.Set<Conversation>().Where(c => c.Channel == m.Channel && c.Address == m.Address).Select(c => c.PersonId).FirstOrDefault(),
                m.Address, m.Kind, m.Text, m.Trouble, m.ReceivedAt))
            .ToListAsync(cancel);
    }
}

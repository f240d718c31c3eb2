using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Storage;
using Pulih.Sending.Contracts;

namespace Pulih.Sending.Outbox;

/// <summary>A row of the operator's list.</summary>
internal sealed record OutboxRow(Guid Id, Guid PersonId, string Address, Purpose Purpose, string Body, OutboxState State, DateTime QueuedAt, short Attempts, int? ErrorCode)
{
    public Say Say => TellSent.Read(Body);
}

/// <summary>The newest outgoing messages in one state, or in any.</summary>
internal static class ListOutbox
{
    public static async Task<IReadOnlyList<OutboxRow>> Page(PulihDb db, OutboxState? state, Guid? before, int take, CancellationToken cancel)
    {
        var messages = In(db.Set<OutboxMessage>().AsNoTracking(), state);
        if (before is { } key)
        {
            messages = messages.Where(m => m.Id < key);
        }

        return await messages.OrderByDescending(m => m.Id).Take(take)
            .Select(m => new OutboxRow(m.Id, m.PersonId, m.Address, m.Purpose, m.Body, m.State, m.QueuedAt, m.Attempts, m.ErrorCode))
            .ToListAsync(cancel);
    }

    // Written out, because a filtered index serves only a condition whose numbers stand in the statement itself.
    private static IQueryable<OutboxMessage> In(IQueryable<OutboxMessage> messages, OutboxState? state) => state switch
    {
        null => messages,
        OutboxState.Queued => messages.Where(m => m.State == OutboxState.Queued),
        OutboxState.Attempting => messages.Where(m => (m.State == OutboxState.Attempting || m.State == OutboxState.Uncertain) && m.State == OutboxState.Attempting),
        OutboxState.Uncertain => messages.Where(m => (m.State == OutboxState.Attempting || m.State == OutboxState.Uncertain) && m.State == OutboxState.Uncertain),
        OutboxState.Waiting => messages.Where(m => m.State == OutboxState.Waiting),
        OutboxState.Stopped => messages.Where(m => m.State == OutboxState.Stopped),
        OutboxState.ForOperator => messages.Where(m => (m.State == OutboxState.ForOperator || m.State == OutboxState.Failed) && m.State == OutboxState.ForOperator),
        OutboxState.Failed => messages.Where(m => (m.State == OutboxState.ForOperator || m.State == OutboxState.Failed) && m.State == OutboxState.Failed),
        _ => messages.Where(m => m.State == state),
    };
}

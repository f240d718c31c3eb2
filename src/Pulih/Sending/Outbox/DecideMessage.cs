using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Storage;

namespace Pulih.Sending.Outbox;

/// <summary>What a human decides about a message whose outcome nobody knows: send it once more, or take it as sent.</summary>
internal sealed class DecideMessage(IDbContextFactory<PulihDb> dbs, TimeProvider clock)
{
    /// <summary>Queues it anew; false when it was decided or settled meanwhile.</summary>
    public Task<bool> SendAgain(Guid id, CancellationToken cancel) => Decide(id, OutboxState.Queued, null, cancel);

    /// <summary>Takes it as sent; a status that comes later still moves it forward.</summary>
    public Task<bool> TakeAsSent(Guid id, CancellationToken cancel) => Decide(id, OutboxState.Accepted, clock.GetUtcNow().UtcDateTime, cancel);

    private async Task<bool> Decide(Guid id, OutboxState state, DateTime? settled, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await dbs.CreateDbContextAsync(cancel);
        await using var write = await Write.Begin(db, cancel);
        var decided = await db.Set<OutboxMessage>().Where(m => m.Id == id && m.State == OutboxState.ForOperator).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.State, state).SetProperty(m => m.DueAt, now).SetProperty(m => m.Claim, (Guid?)null).SetProperty(m => m.SettledAt, settled),
            cancel);
        await write.Commit(cancel);
        return decided == 1;
    }
}

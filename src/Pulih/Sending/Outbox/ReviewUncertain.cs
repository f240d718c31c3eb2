using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Cluster;
using Pulih.Platform.Storage;
using Pulih.Sending.Contracts;

namespace Pulih.Sending.Outbox;

/// <summary>
/// What no status settled within ten minutes: a reply waits until its person writes again, a certificate or code goes to
/// the operator's list. Nothing is sent twice on a guess.
/// </summary>
internal sealed class ReviewUncertain(IDbContextFactory<PulihDb> dbs, TimeProvider clock) : IJob
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public string Name => "uncertain";

    public TimeSpan Every => TimeSpan.FromSeconds(20);

    public async Task<bool> Run(CancellationToken cancel)
    {
        var before = clock.GetUtcNow().UtcDateTime - Patience;
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var old = db.Set<OutboxMessage>().Where(m => (m.State == OutboxState.Uncertain || m.State == OutboxState.Attempting) && m.AttemptedAt < before);
        if (!await old.AnyAsync(cancel))
        {
            return false;
        }

        await using var write = await Write.Begin(db, cancel);
        await old.Where(m => Purposes.Lapsing.Contains(m.Purpose)).ExecuteUpdateAsync(set => set.SetProperty(m => m.State, OutboxState.Waiting), cancel);
        await old.ExecuteUpdateAsync(set => set.SetProperty(m => m.State, OutboxState.ForOperator), cancel);
        await write.Commit(cancel);
        return false;
    }
}

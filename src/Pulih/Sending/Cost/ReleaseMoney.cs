using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Cluster;
using Pulih.Platform.Storage;
using Pulih.Sending.Outbox;

namespace Pulih.Sending.Cost;

/// <summary>Gives back what is held for messages that came to nothing, and for those the provider never told of again: it keeps an undelivered message for 30 days.</summary>
internal sealed class ReleaseMoney(IDbContextFactory<PulihDb> dbs, RateCard card, TimeProvider clock) : IJob
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(31);
    private const int Portion = 500;

    public string Name => "release-money";

    public TimeSpan Every => TimeSpan.FromMinutes(10);

    public async Task<bool> Run(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var rates = await card.Now(cancel);
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var open = db.Set<OutboxMessage>().Where(m => m.Reserved != null);
        var over = await open.Where(m => m.State == OutboxState.Lapsed || m.State == OutboxState.Failed).OrderBy(m => m.Id).Select(m => m.Id).Take(Portion).ToListAsync(cancel);
        var silent = await open.Where(m => m.AttemptedAt < now - Longest && m.State != OutboxState.Queued && m.State < OutboxState.Delivered).OrderBy(m => m.Id).Select(m => m.Id).Take(Portion).ToListAsync(cancel);
        if (over.Count + silent.Count == 0)
        {
            return false;
        }

        await using var write = await Write.Begin(db, cancel);
        await db.Set<OutboxMessage>().Where(m => silent.Contains(m.Id) && m.State < OutboxState.Delivered).ExecuteUpdateAsync(set => set.SetProperty(m => m.State, OutboxState.Failed), cancel);
        await SettleMoney.Of(db, [.. over, .. silent], rates, cancel);
        await write.Commit(cancel);
        return over.Count == Portion || silent.Count == Portion;
    }
}

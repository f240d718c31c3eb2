using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Cluster;
using Pulih.Platform.Facts;
using Pulih.Platform.Storage;

namespace Pulih.Proof.Seal;

/// <summary>Links the facts written since its last turn into the chain. Until then, about a second, a fact could be altered unseen.</summary>
internal sealed class SealFacts(IDbContextFactory<PulihDb> dbs, TimeProvider clock) : IJob
{
    private const int Portion = 1000;

    public string Name => "proof.seal";

    public TimeSpan Every => TimeSpan.FromSeconds(1);

    public async Task<bool> Run(CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var found = await db.Set<Fact>().Where(f => f.Seal == null).OrderBy(f => f.Id).Take(Portion).Select(f => new { f.Id, f.Commitment }).ToListAsync(cancel);
        if (found.Count == 0)
        {
            return false;
        }

        // A late committer's fact with a smaller id goes into a later seal; within a seal the order is that of the ids.
        var previous = await db.Set<FactSeal>().AsNoTracking().OrderByDescending(s => s.Number).FirstOrDefaultAsync(cancel);
        var seal = FactSeal.Over(previous, found.ConvertAll(f => (f.Id, f.Commitment)), clock.GetUtcNow().UtcDateTime);
        var ids = found.ConvertAll(f => f.Id);
        await using var write = await Write.Begin(db, cancel);
        // Of two sealers the later one finds the facts taken, or the number, and leaves.
        if (await db.Set<Fact>().Where(f => ids.Contains(f.Id) && f.Seal == null).ExecuteUpdateAsync(set => set.SetProperty(f => f.Seal, seal.Number), cancel) != found.Count)
        {
            return false;
        }

        db.Add(seal);
        await db.SaveChangesAsync(cancel);
        await write.Commit(cancel);
        return found.Count == Portion;
    }
}

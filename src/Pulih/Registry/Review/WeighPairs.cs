using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Cluster;
using Pulih.Platform.Storage;
using Pulih.Registry.Contracts;
using Pulih.Registry.Matching;

namespace Pulih.Registry.Review;

/// <summary>
/// Finds how many of a pair's two businesses count as trained, so that the queue begins with those that would change a
/// figure. New pairs come first; then each is looked at again now and then, because businesses go on being trained.
/// </summary>
internal sealed class WeighPairs(IDbContextFactory<PulihDb> dbs, IBusinesses businesses, ICountedBusinesses counted, TimeProvider clock) : IJob
{
    private const int Portion = 200;
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(10);

    public string Name => "registry.weigh-pairs";

    public TimeSpan Every => TimeSpan.FromSeconds(5);

    public async Task<bool> Run(CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        var open = db.Set<Pair>().Where(p => p.State == PairState.Open);
        var due = await open.Where(p => p.WeighedAt == null).OrderBy(p => p.Id).Take(Portion).ToListAsync(cancel);
        due = due.Count > 0 ? due : await open.Where(p => p.WeighedAt < now - Again).OrderBy(p => p.WeighedAt).Take(Portion).ToListAsync(cancel);
        if (due.Count == 0)
        {
            return false;
        }

        await Weigh(db, due, now, cancel);
        await using var write = await Write.Begin(db, cancel);
        try
        {
            await db.SaveChangesAsync(cancel);
            await write.Commit(cancel);
        }
        catch (Exception trouble) when (Troubles.IsConflict(trouble))
        {
            return false; // One of them was decided at this moment; the rest is weighed at the next turn.
        }

        return due.Count == Portion;
    }

    private async Task Weigh(PulihDb db, List<Pair> pairs, DateTime now, CancellationToken cancel)
    {
        var records = pairs.SelectMany(p => new[] { p.NewId, p.KnownId }).Distinct().ToList();
        var of = await db.Set<SourceRecord>().Where(r => records.Contains(r.Id)).Select(r => new { r.Id, r.BusinessId }).ToDictionaryAsync(r => r.Id, r => r.BusinessId, cancel);
        var groups = await businesses.Groups(db, [.. of.Values.Distinct()], cancel);
        var trained = await counted.Among(db, [.. groups.Values.SelectMany(g => g).Distinct()], cancel);
        foreach (var pair in pairs)
        {
            (pair.Counted, pair.WeighedAt) = (Counts(pair.NewId) + Counts(pair.KnownId), now);
        }

        int Counts(Guid record) => of.TryGetValue(record, out var business) && groups[business].Any(trained.Contains) ? 1 : 0;
    }
}

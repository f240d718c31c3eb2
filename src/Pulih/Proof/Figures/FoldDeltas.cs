using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Cluster;
using Pulih.Platform.Storage;
using Pulih.Proof.Credits;

namespace Pulih.Proof.Figures;

/// <summary>Adds the deltas written since its last turn to the roll-ups, so that reading a figure costs the same whatever its size.</summary>
internal sealed class FoldDeltas(IDbContextFactory<PulihDb> dbs) : IJob
{
    private const int Portion = 500;

    public string Name => "proof.fold";

    public TimeSpan Every => TimeSpan.FromMilliseconds(500);

    public async Task<bool> Run(CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var deltas = await db.Set<Delta>().AsNoTracking().OrderBy(d => d.Id).Take(Portion).ToListAsync(cancel);
        if (deltas.Count == 0)
        {
            return false;
        }

        await using var write = await Write.Begin(db, cancel);
        var ids = deltas.ConvertAll(d => d.Id);
        // Removing them first claims them: of two that fold at once, the later one finds them gone and leaves.
        if (await db.Set<Delta>().Where(d => ids.Contains(d.Id)).ExecuteDeleteAsync(cancel) != deltas.Count)
        {
            return false;
        }

        var sums = new Sums();
        deltas.ForEach(d => sums.Add(d.ProgrammeId, d.PartnerId, d.Counts, d.Cell, d.Amount));
        await AddTo(db, sums, cancel);
        await Advance(db, deltas.Max(d => d.At), cancel);
        await db.SaveChangesAsync(cancel);
        await write.Commit(cancel);
        return deltas.Count == Portion;
    }

    private static async Task AddTo(PulihDb db, Sums sums, CancellationToken cancel)
    {
        var programmes = sums.Counts.Keys.Select(p => p.ProgrammeId).Distinct().ToList();
        var rollups = await db.Set<Rollup>().Where(r => programmes.Contains(r.ProgrammeId)).ToDictionaryAsync(r => new Place(r.ProgrammeId, r.Cut, r.Key), cancel);
        foreach (var (place, amount) in sums.Counts)
        {
            if (!rollups.TryGetValue(place, out var rollup))
            {
                rollup = new() { ProgrammeId = place.ProgrammeId, Cut = place.Cut, Key = place.Key };
                db.Add(rollup);
            }

            rollup.Count += amount;
        }
    }

    private static async Task Advance(PulihDb db, DateTime to, CancellationToken cancel)
    {
        var watermark = await db.Set<Watermark>().SingleOrDefaultAsync(cancel);
        if (watermark is null)
        {
            watermark = new() { Id = 1, AsOf = to };
            db.Add(watermark);
        }

        watermark.Folds++;
        watermark.AsOf = watermark.AsOf < to ? to : watermark.AsOf;
    }
}

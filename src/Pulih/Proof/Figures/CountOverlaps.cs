using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Cluster;
using Pulih.Platform.Storage;
using Pulih.Proof.Contracts;
using Pulih.Proof.Credits;

namespace Pulih.Proof.Figures;

/// <summary>
/// Counts which partners trained the same businesses, once what counts has changed. It reads every counted business in
/// the order of its key and keeps one row for each set of partners that occurs, so a page reads a handful of rows.
/// </summary>
internal sealed class CountOverlaps(IDbContextFactory<PulihDb> dbs) : IJob
{
    public string Name => "proof.overlaps";

    public TimeSpan Every => TimeSpan.FromSeconds(20);

    public async Task<bool> Run(CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var watermark = await db.Set<Watermark>().SingleOrDefaultAsync(cancel);
        if (watermark is null || watermark.OverlapsAt == watermark.Folds)
        {
            return false;
        }

        var sets = await Count(db, cancel);
        await using var write = await Write.Begin(db, cancel);
        var stored = await db.Set<Overlap>().ToDictionaryAsync(o => (o.ProgrammeId, o.Partners), cancel);
        foreach (var (set, count) in sets)
        {
            if (stored.Remove(set, out var row))
            {
                row.Count = count;
            }
            else
            {
                db.Add(new Overlap { ProgrammeId = set.Programme, Partners = set.Partners, Count = count });
            }
        }

        db.RemoveRange(stored.Values);
        watermark.OverlapsAt = watermark.Folds;
        await db.SaveChangesAsync(cancel);
        await write.Commit(cancel);
        return false;
    }

    private static async Task<Dictionary<(Guid Programme, string Partners), long>> Count(PulihDb db, CancellationToken cancel)
    {
        var counts = new Dictionary<(Guid, string), long>();
        var (business, programme, partners) = (Guid.Empty, Guid.Empty, new List<string>());
        var rows = db.Set<CountedOnce>().AsNoTracking().Where(c => c.PartnerId != Guid.Empty && c.ProgrammeId != VerifiedFigures.Nation)
            .OrderBy(c => c.BusinessId).ThenBy(c => c.ProgrammeId).Select(c => new { c.BusinessId, c.ProgrammeId, c.PartnerId });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if ((row.BusinessId, row.ProgrammeId) != (business, programme))
            {
                End();
                (business, programme) = (row.BusinessId, row.ProgrammeId);
            }

            partners.Add(row.PartnerId.ToString("N"));
        }

        End();
        return counts;

        void End()
        {
            if (partners.Count > 1)
            {
                var set = (programme, string.Join(' ', partners.Order(StringComparer.Ordinal)));
                counts[set] = counts.GetValueOrDefault(set) + 1;
            }

            partners.Clear();
        }
    }
}

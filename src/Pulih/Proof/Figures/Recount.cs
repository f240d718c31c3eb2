using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Storage;
using Pulih.Proof.Contracts;
using Pulih.Proof.Credits;

namespace Pulih.Proof.Figures;

/// <summary>A figure that is not what the credits give.</summary>
internal sealed record Difference(Place Place, long Shown, long Counted);

/// <summary>Counts every figure again from the credits themselves and compares it with its roll-up and the deltas not yet folded.</summary>
internal sealed class Recount(IDbContextFactory<PulihDb> dbs)
{
    /// <summary>The differences; none when every figure follows from the credits.</summary>
    public async Task<IReadOnlyList<Difference>> Run(CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        await using var still = await Snapshot.Of(db, cancel);
        var shown = await Shown(db, cancel);
        var counted = await Counted(db, cancel);
        return [.. shown.Keys.Union(counted.Keys)
            .Select(p => new Difference(p, shown.GetValueOrDefault(p), counted.GetValueOrDefault(p)))
            .Where(d => d.Shown != d.Counted)
            .OrderBy(d => d.Place.ProgrammeId).ThenBy(d => d.Place.Cut).ThenBy(d => d.Place.Key, StringComparer.Ordinal)];
    }

    private static async Task<IReadOnlyDictionary<Place, long>> Shown(PulihDb db, CancellationToken cancel)
    {
        var sums = new Sums();
        foreach (var rollup in await db.Set<Rollup>().AsNoTracking().ToListAsync(cancel))
        {
            sums.Add(rollup.ProgrammeId, rollup.Cut, rollup.Key, rollup.Count);
        }

        await foreach (var delta in db.Set<Delta>().AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel))
        {
            sums.Add(delta.ProgrammeId, delta.PartnerId, delta.Counts, delta.Cell, delta.Amount);
        }

        return sums.Counts;
    }

    private static async Task<IReadOnlyDictionary<Place, long>> Counted(PulihDb db, CancellationToken cancel)
    {
        var sums = new Sums();
        await foreach (var credit in db.Set<Credit>().AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (credit.ForPartner)
            {
                sums.Add(credit.ProgrammeId, credit.PartnerId, credit.InProgramme, credit.Cell, 1);
            }

            if (credit.National)
            {
                sums.Add(VerifiedFigures.Nation, credit.PartnerId, counts: true, credit.Cell, 1);
            }
        }

        return sums.Counts;
    }
}

using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Storage;
using Pulih.Registry.Matching;
using Pulih.Registry.Merging;

namespace Pulih.Registry.Review;

/// <summary>What a human says of two records: one business or two. The answer stays with the pair, and a merge follows where they are one.</summary>
internal sealed class DecidePair(MergeBusinesses merging, TimeProvider clock)
{
    /// <summary>False where the pair was decided meanwhile or is gone.</summary>
    public async Task<bool> Decide(PulihDb db, Guid pairId, bool same, string by, string why, CancellationToken cancel)
    {
        if (await db.Set<Pair>().SingleOrDefaultAsync(p => p.Id == pairId && p.State == PairState.Open, cancel) is not { } pair)
        {
            return false;
        }

        Guid[] records = [pair.NewId, pair.KnownId];
        var businesses = await db.Set<SourceRecord>().Where(r => records.Contains(r.Id)).Select(r => r.BusinessId).ToListAsync(cancel);
        (pair.State, pair.DecidedBy, pair.DecidedAt) = (same ? PairState.Same : PairState.Different, by, clock.GetUtcNow().UtcDateTime);
        pair.MergeId = same && businesses.Count == 2 ? (await merging.Of(db, businesses[0], businesses[1], by, why, cancel))?.Id : null;
        pair.Version++;
        return true;
    }

    /// <summary>Opens a decided pair again and takes the merge that followed back.</summary>
    public async Task<bool> Undo(PulihDb db, Guid pairId, string by, string why, CancellationToken cancel)
    {
        if (await db.Set<Pair>().SingleOrDefaultAsync(p => p.Id == pairId && p.State != PairState.Open, cancel) is not { } pair)
        {
            return false;
        }

        if (pair.MergeId is { } merge)
        {
            await merging.Undo(db, merge, by, why, cancel);
        }

        (pair.State, pair.DecidedBy, pair.DecidedAt, pair.MergeId) = (PairState.Open, null, null, null);
        pair.Version++;
        return true;
    }
}

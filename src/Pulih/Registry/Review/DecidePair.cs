using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Accounts;
using Pulih.Platform.Storage;
using Pulih.Registry.Contracts;
using Pulih.Registry.Matching;
using Pulih.Registry.Merging;

namespace Pulih.Registry.Review;

/// <summary>What became of a decision.</summary>
internal enum Decided
{
    /// <summary>It stands.</summary>
    Done,

    /// <summary>It would join a large group; another human must say so as well.</summary>
    NeedsSecond,

    /// <summary>The pair was decided meanwhile or is gone, or the second opinion is asked of somebody else.</summary>
    TooLate,
}

/// <summary>What a human says of two records: one business or two. The answer stays with the pair, and a merge follows where they are one.</summary>
internal sealed class DecidePair(IBusinesses businesses, MergeBusinesses merging, TimeProvider clock)
{
    /// <summary>A merge that makes so many entries one takes two people: one wrong link in a large group hides many businesses.</summary>
    public const int LargeGroup = 4;

    public async Task<Decided> Decide(PulihDb db, Guid pairId, bool same, Colleague by, string why, CancellationToken cancel)
    {
        if (await db.Set<Pair>().SingleOrDefaultAsync(p => p.Id == pairId && p.State == PairState.Open && p.FirstBy != by.Id, cancel) is not { } pair)
        {
            return Decided.TooLate;
        }

        Guid[] records = [pair.NewId, pair.KnownId];
        var own = await db.Set<SourceRecord>().Where(r => records.Contains(r.Id)).Select(r => r.BusinessId).ToListAsync(cancel);
        pair.Version++;
        if (same && pair.FirstBy is null && await IsLarge(db, own, cancel))
        {
            (pair.FirstBy, pair.AssignedTo) = (by.Id, null);
            return Decided.NeedsSecond;
        }

        (pair.State, pair.DecidedBy, pair.DecidedAt) = (same ? PairState.Same : PairState.Different, by.Name, clock.GetUtcNow().UtcDateTime);
        pair.MergeId = same && own.Count == 2 ? (await merging.Of(db, own[0], own[1], by.Name, why, cancel))?.Id : null;
        return Decided.Done;
    }

    /// <summary>Opens a decided pair again and takes the merge that followed back.</summary>
    public async Task<bool> Undo(PulihDb db, Guid pairId, Colleague by, string why, CancellationToken cancel)
    {
        if (await db.Set<Pair>().SingleOrDefaultAsync(p => p.Id == pairId && (p.State != PairState.Open || p.FirstBy == by.Id), cancel) is not { } pair)
        {
            return false;
        }

        if (pair.MergeId is { } merge)
        {
            await merging.Undo(db, merge, by.Name, why, cancel);
        }

        (pair.State, pair.DecidedBy, pair.DecidedAt, pair.MergeId, pair.FirstBy) = (PairState.Open, null, null, null, null);
        pair.Version++;
        return true;
    }

    private async Task<bool> IsLarge(PulihDb db, List<Guid> own, CancellationToken cancel)
    {
        var groups = await businesses.Groups(db, own, cancel);
        return own.Count == 2 && groups[own[0]][0] != groups[own[1]][0] && own.Sum(b => groups[b].Count) >= LargeGroup;
    }
}

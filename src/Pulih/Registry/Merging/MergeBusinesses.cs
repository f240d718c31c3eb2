using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Events;
using Pulih.Platform.Facts;
using Pulih.Platform.Storage;
using Pulih.Registry.Businesses;
using Pulih.Registry.Contracts;

namespace Pulih.Registry.Merging;

/// <summary>Says that two businesses are one, and takes it back. Nothing of either is changed, so taking it back restores both exactly.</summary>
internal sealed class MergeBusinesses(IBusinesses businesses, TimeProvider clock)
{
    /// <summary>Gives the merge, or null where the two are one already. The one that was registered by its owner is kept, else the older.</summary>
    public async Task<Merge?> Of(PulihDb db, Guid one, Guid other, string by, string why, CancellationToken cancel)
    {
        var groups = await businesses.Groups(db, [one, other], cancel);
        if (groups[one][0] == groups[other][0])
        {
            return null;
        }

        Guid[] heads = [groups[one][0], groups[other][0]];
        var both = await db.Set<Business>().Where(b => heads.Contains(b.Id)).ToListAsync(cancel);
        if (both.Count < 2)
        {
            return null; // One of them was taken out meanwhile.
        }

        both.Sort((a, b) => (a.ImportId is not null, a.CreatedAt, a.Id).CompareTo((b.ImportId is not null, b.CreatedAt, b.Id)));
        // Two people who merge in a circle at the same moment meet here: the later one is told to look again.
        both.ForEach(b => b.Version++);
        var merge = new Merge { Id = Ids.Next(clock), GoneId = both[1].Id, KeptId = both[0].Id, By = by, At = clock.GetUtcNow().UtcDateTime, Why = why, Version = 1 };
        db.Add(merge);
        db.Attest("registry.merged", merge.KeptId, new { merge = merge.Id, gone = merge.GoneId, kept = merge.KeptId }, clock);
        db.Raise(new BusinessesRegrouped([.. groups[one], .. groups[other]]), clock);
        return merge;
    }

    /// <summary>Takes a merge back; false where it does not stand any more.</summary>
    public async Task<bool> Undo(PulihDb db, Guid mergeId, string by, string why, CancellationToken cancel)
    {
        if (await db.Set<Merge>().SingleOrDefaultAsync(m => m.Id == mergeId && m.UndoneAt == null, cancel) is not { } merge)
        {
            return false;
        }

        var group = (await businesses.Groups(db, [merge.KeptId], cancel))[merge.KeptId];
        (merge.UndoneAt, merge.UndoneBy, merge.UndoneWhy) = (clock.GetUtcNow().UtcDateTime, by, why);
        merge.Version++;
        db.Attest("registry.unmerged", merge.KeptId, new { merge = merge.Id, gone = merge.GoneId, kept = merge.KeptId }, clock);
        db.Raise(new BusinessesRegrouped(group), clock);
        return true;
    }
}

using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Storage;

namespace Pulih.Registry.Review;

/// <summary>Who looks at which pairs, so that two reviewers do not meet at one.</summary>
internal static class AssignPairs
{
    /// <summary>How many are taken at once.</summary>
    public const int Portion = 20;

    /// <summary>Puts the next pairs nobody has aside for one reviewer; the caller saves.</summary>
    public static async Task<int> Take(PulihDb db, Guid account, CancellationToken cancel)
    {
        var next = await PairQueue.InOrder(PairQueue.Free(db, account)).Take(Portion).ToListAsync(cancel);
        next.ForEach(p => To(p, account));
        return next.Count;
    }

    /// <summary>Gives all that waits for one reviewer back to everybody; the caller saves.</summary>
    public static async Task GiveBack(PulihDb db, Guid account, CancellationToken cancel) =>
        (await db.Set<Pair>().Where(p => p.State == PairState.Open && p.AssignedTo == account).ToListAsync(cancel)).ForEach(p => To(p, null));

    /// <summary>Hands one open pair to a colleague; false where it was decided meanwhile.</summary>
    public static async Task<bool> HandOn(PulihDb db, Guid pairId, Guid colleague, CancellationToken cancel)
    {
        if (await db.Set<Pair>().SingleOrDefaultAsync(p => p.Id == pairId && p.State == PairState.Open, cancel) is not { } pair)
        {
            return false;
        }

        To(pair, colleague);
        return true;
    }

    private static void To(Pair pair, Guid? account)
    {
        pair.AssignedTo = account;
        pair.Version++;
    }
}

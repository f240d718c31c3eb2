using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Storage;

namespace Pulih.Registry.Review;

/// <summary>The open pairs in the order in which they matter: first those whose merge would change a figure, then the least certain.</summary>
internal static class PairQueue
{
    /// <summary>What one reviewer has before them: what waits for them or for anybody, without those they have given their opinion on.</summary>
    public static IQueryable<Pair> For(PulihDb db, Guid account, bool own) =>
        own ? Open(db, account).AsNoTracking().Where(p => p.AssignedTo == account) : Open(db, account).AsNoTracking().Where(p => p.AssignedTo == null || p.AssignedTo == account);

    /// <summary>What nobody has put aside and this reviewer has not given their opinion on.</summary>
    public static IQueryable<Pair> Free(PulihDb db, Guid account) => Open(db, account).Where(p => p.AssignedTo == null);

    /// <summary>The first after a pair, or the very first.</summary>
    public static Task<Pair?> Next(IQueryable<Pair> queue, Pair? after, CancellationToken cancel)
    {
        if (after is { Counted: var counted, Doubt: var doubt, Id: var id })
        {
            queue = queue.Where(p => p.Counted < counted || (p.Counted == counted && (p.Doubt > doubt || (p.Doubt == doubt && p.Id > id))));
        }

        return InOrder(queue).FirstOrDefaultAsync(cancel);
    }

    public static IOrderedQueryable<Pair> InOrder(IQueryable<Pair> queue) => queue.OrderByDescending(p => p.Counted).ThenBy(p => p.Doubt).ThenBy(p => p.Id);

    private static IQueryable<Pair> Open(PulihDb db, Guid account) => db.Set<Pair>().Where(p => p.State == PairState.Open && p.FirstBy != account);
}

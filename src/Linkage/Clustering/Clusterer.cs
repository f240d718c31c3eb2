using System.Collections.Concurrent;

namespace Linkage.Clustering;

/// <summary>
/// Joins records into clusters: always the two clusters whose pairs fit best on average, as long as that average is above
/// the threshold and nothing forbids it (average linkage: Sokal and Michener, 1958). Unlike transitive closure, one pair
/// that looks alike cannot glue two groups together whose other pairs contradict.
/// </summary>
public static class Clusterer
{
    /// <summary>The cluster of each record, named by its first record.</summary>
    /// <param name="count">The number of records.</param>
    /// <param name="edges">Pairs that may be the same; all others are not.</param>
    /// <param name="score">Scores a pair of a group that no blocking key brought together.</param>
    /// <param name="threshold">log2 odds.</param>
    /// <param name="forbidden">Whether two records must not be in one cluster, whatever else speaks for it.</param>
    /// <param name="joined">Told of each join and its mean score.</param>
    /// <param name="tells">How much a pair tells of its clusters, above 0 and at most 1: a row that says little must not bridge two that contradict. One for every pair when null.</param>
    public static int[] Join(int count, IReadOnlyList<Edge> edges, Func<int, int, double> score, double threshold, Func<int, int, bool>? forbidden = null, Action<Join>? joined = null,
        Func<int, int, float>? tells = null)
    {
        var groups = new Sets(count);
        foreach (var edge in edges)
        {
            groups.Union(edge.A, edge.B);
        }

        var clusters = Enumerable.Range(0, count).ToArray();
        var (members, firstMember) = ByGroup(clusters, r => groups.Find(r), count);
        var (links, firstLink) = ByGroup(edges, e => groups.Find(e.A), count);
        var roots = clusters.Where(r => firstMember[r + 1] - firstMember[r] > 1).ToArray();
        var told = new Lock();
        Parallel.ForEach(Partitioner.Create(roots, loadBalance: true), root =>
        {
            var joins = new Group(members[firstMember[root]..firstMember[root + 1]], links.AsSpan(firstLink[root]..firstLink[root + 1]), score, forbidden, tells, threshold).Run(clusters);
            if (joined is not null)
            {
                lock (told)
                {
                    joins.ForEach(joined);
                }
            }
        });
        return clusters;
    }

    // Counting sort: the items of group g lie from First[g] to First[g + 1], in the order they came in.
    private static (T[] Items, int[] First) ByGroup<T>(IReadOnlyList<T> items, Func<T, int> group, int groups)
    {
        var first = new int[groups + 2];
        foreach (var item in items)
        {
            first[group(item) + 2]++;
        }

        for (var g = 2; g < first.Length; g++)
        {
            first[g] += first[g - 1];
        }

        var sorted = new T[items.Count];
        foreach (var item in items)
        {
            sorted[first[group(item) + 1]++] = item;
        }

        return (sorted, first);
    }
}

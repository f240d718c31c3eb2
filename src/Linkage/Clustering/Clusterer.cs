using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Linkage.Clustering;

/// <summary>A pair of records and the log2 odds that they are the same.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Edge(int A, int B, float Score);

/// <summary>
/// Joins records into clusters: always the two clusters whose pairs fit best on average, as long as that average is above
/// the threshold and nothing forbids it (average linkage: Sokal and Michener, 1958). Unlike transitive closure, one pair
/// that looks alike cannot glue two groups together whose other pairs contradict.
/// </summary>
public static class Clusterer
{
    // Beyond this a group's pairs that share no blocking key are taken as strangers instead of being compared.
    private const int ComparedWhole = 80;
    private const float Stranger = -8;
    private const float Cap = 12;

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

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Link(double Sum, double Weight, int Pairs, bool Forbidden);

    private sealed class Group
    {
        private readonly int[] records;
        private readonly double threshold;
        private readonly Dictionary<int, Link>[] links;
        private readonly int[] sizes;
        private readonly int[] names;
        private readonly PriorityQueue<(int A, int B, int SizeA, int SizeB), double> next = new();
        private readonly Dictionary<int, int> into = [];

        public Group(int[] records, ReadOnlySpan<Edge> edges, Func<int, int, double> score, Func<int, int, bool>? forbidden, Func<int, int, float>? tells, double threshold)
        {
            (this.records, this.threshold) = (records, threshold);
            var whole = records.Length <= ComparedWhole;
            links = new Dictionary<int, Link>[records.Length];
            sizes = new int[records.Length];
            names = new int[records.Length];
            var index = new Dictionary<int, int>(records.Length);
            for (var i = 0; i < records.Length; i++)
            {
                (links[i], sizes[i], names[i], index[records[i]]) = ([], 1, i, i);
            }

            foreach (var edge in edges)
            {
                Add(index[edge.A], index[edge.B], edge.Score);
            }

            for (var i = 0; whole && i < records.Length; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    if (!links[i].ContainsKey(j))
                    {
                        Add(i, j, score(records[j], records[i]));
                    }
                }
            }

            void Add(int a, int b, double between)
            {
                var weight = tells?.Invoke(records[a], records[b]) ?? 1;
                links[a][b] = links[b][a] = new(weight * Math.Clamp(between, -Cap, Cap), weight, 1, forbidden?.Invoke(records[a], records[b]) ?? false);
                Offer(a, b);
            }
        }

        public List<Join> Run(int[] clusters)
        {
            var joins = new List<Join>();
            while (next.TryDequeue(out var best, out var minusMean))
            {
                if (sizes[best.A] != best.SizeA || sizes[best.B] != best.SizeB || !links[best.A].TryGetValue(best.B, out var link) || link.Forbidden)
                {
                    continue; // One of them has grown since.
                }

                if (-minusMean <= threshold)
                {
                    break;
                }

                joins.Add(new(records[names[best.A]], records[names[best.B]], -minusMean));
                Merge(best.A, best.B);
            }

            // The best offers that stayed below the threshold tell how sure the count is.
            for (var i = 0; i < records.Length; i++)
            {
                if (sizes[i] > 0 && Nearest(i) is (>= 0 and var nearest, var mean) && (i < nearest || Nearest(nearest).Other != i))
                {
                    joins.Add(new(records[names[i]], records[names[nearest]], mean, Made: false));
                }
            }

            for (var i = 0; i < records.Length; i++)
            {
                clusters[records[i]] = records[names[Root(i)]];
            }

            return joins;
        }

        private (int Other, double Mean) Nearest(int i)
        {
            var (nearest, most) = (-1, double.NegativeInfinity);
            foreach (var (j, link) in links[i])
            {
                if (!link.Forbidden && sizes[j] > 0 && Mean(i, j, link) is var mean && mean > most)
                {
                    (nearest, most) = (j, mean);
                }
            }

            return (nearest, most);
        }

        private int Root(int i) => into.TryGetValue(i, out var up) ? Root(up) : i;

        private void Merge(int a, int b)
        {
            var (from, to) = links[a].Count < links[b].Count ? (a, b) : (b, a);
            links[to].Remove(from);
            links[from].Remove(to);
            into[from] = to;
            names[to] = Math.Min(names[to], names[from]);
            sizes[to] += sizes[from];
            sizes[from] = 0;
            foreach (var (other, link) in links[from])
            {
                links[other].Remove(from);
                var before = links[to].GetValueOrDefault(other);
                links[to][other] = links[other][to] = new(before.Sum + link.Sum, before.Weight + link.Weight, before.Pairs + link.Pairs, before.Forbidden || link.Forbidden);
            }

            links[from].Clear();
            foreach (var other in links[to].Keys)
            {
                Offer(to, other);
            }
        }

        // Pairs that were never compared count as strangers.
        private double Mean(int a, int b, Link link)
        {
            var strangers = ((double)sizes[a] * sizes[b]) - link.Pairs;
            return (link.Sum + (Stranger * strangers)) / (link.Weight + strangers);
        }

        private void Offer(int a, int b)
        {
            if (links[a][b] is { Forbidden: false } link)
            {
                next.Enqueue((a, b, sizes[a], sizes[b]), -Mean(a, b, link));
            }
        }
    }
}

/// <summary>Two clusters that were made one, or that came nearest to it, by their first records.</summary>
/// <param name="A">One of them.</param>
/// <param name="B">The other.</param>
/// <param name="Score">The mean log2 odds between them.</param>
/// <param name="Made">False for one that stayed apart.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Join(int A, int B, double Score, bool Made = true);

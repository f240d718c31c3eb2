using System.Runtime.InteropServices;

namespace Linkage.Clustering;

/// <summary>One group of records that hang together by pairs, joined by average linkage.</summary>
internal sealed class Group
{
    // Beyond this a group's pairs that share no blocking key are taken as strangers instead of being compared.
    private const int ComparedWhole = 80;
    private const float Stranger = -8;
    private const float Cap = 12;

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

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Link(double Sum, double Weight, int Pairs, bool Forbidden);
}

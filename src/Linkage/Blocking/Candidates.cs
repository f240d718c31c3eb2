using System.Collections.Concurrent;
using Linkage.Clustering;

namespace Linkage.Blocking;

/// <summary>
/// Finds the pairs worth comparing: records that share at least one blocking key. A key on too many rows (a
/// facilitator's phone, "Warung Berkah" in one city) is first split by a second key of its rows, and what is still too
/// large is passed over and reported, so that cost stays close to linear and no such key glues strangers together.
/// </summary>
public sealed class Candidates
{
    private readonly ulong[] keys;
    private readonly int[] records;
    private readonly List<(int From, int To)> blocks = [];
    private readonly ulong[][] keysOf;
    private readonly HashSet<ulong> passedOver = [];

    /// <param name="count">The number of records.</param>
    /// <param name="keysOf">The blocking keys of a record, hashed.</param>
    /// <param name="splitter">What tells the rows of an overlarge block apart.</param>
    /// <param name="largest">The most rows that are compared all with all.</param>
    public Candidates(int count, Func<int, IReadOnlyCollection<ulong>> keysOf, Func<int, ulong> splitter, int largest = 30)
    {
        var all = new ulong[count][];
        Parallel.For(0, count, r => all[r] = [.. keysOf(r).Distinct()]);
        var heavy = Heavy(all, largest);
        Parallel.For(0, count, r =>
        {
            for (var k = 0; k < all[r].Length; k++)
            {
                all[r][k] = heavy.Contains(all[r][k]) ? Mix(all[r][k], splitter(r)) : all[r][k];
            }

            Array.Sort(all[r]);
        });
        this.keysOf = all;
        keys = new ulong[all.Sum(k => k.Length)];
        records = new int[keys.Length];
        var at = 0;
        for (var r = 0; r < count; r++)
        {
            foreach (var key in all[r])
            {
                (keys[at], records[at++]) = (key, r);
            }
        }

        Array.Sort(keys, records);
        for (var from = 0; from < keys.Length;)
        {
            var to = from + 1;
            while (to < keys.Length && keys[to] == keys[from])
            {
                to++;
            }

            if (to - from > largest)
            {
                passedOver.Add(keys[from]);
            }
            else if (to - from > 1)
            {
                blocks.Add((from, to));
            }

            from = to;
        }

        Split = heavy.Count;
    }

    /// <summary>Keys whose rows were split by the second key.</summary>
    public int Split { get; }

    /// <summary>Blocks that were too large even then; their pairs are found by other keys or not at all.</summary>
    public int PassedOver => passedOver.Count;

    /// <summary>Gives every pair once, on all cores; <paramref name="begin"/> makes what one worker keeps and <paramref name="end"/> takes it back.</summary>
    public void ForEach<TLocal>(Func<TLocal> begin, Func<TLocal, int, int, TLocal> pair, Action<TLocal> end) =>
        Parallel.For(0, blocks.Count, begin, (block, _, local) =>
        {
            var (from, to) = blocks[block];
            for (var i = from; i < to; i++)
            {
                for (var j = from; j < i; j++)
                {
                    var (a, b) = (Math.Min(records[i], records[j]), Math.Max(records[i], records[j]));
                    if (IsFirst(a, b, keys[from]))
                    {
                        local = pair(local, a, b);
                    }
                }
            }

            return local;
        }, end);

    /// <summary>Every pair, in the order of the rows.</summary>
    public IReadOnlyList<(int A, int B)> All()
    {
        var found = new ConcurrentBag<List<(int A, int B)>>();
        ForEach(() => new List<(int A, int B)>(), (pairs, a, b) =>
        {
            pairs.Add((a, b));
            return pairs;
        }, found.Add);
        var all = found.SelectMany(p => p).ToArray();
        Array.Sort(all);
        return all;
    }

    /// <summary>The pairs that score above the floor, in the order of the rows.</summary>
    public IReadOnlyList<Edge> Edges(Func<int, int, double> score, double floor)
    {
        var found = new ConcurrentBag<List<Edge>>();
        ForEach(() => new List<Edge>(), (edges, a, b) =>
        {
            var between = score(a, b);
            if (between > floor)
            {
                edges.Add(new(a, b, (float)between));
            }

            return edges;
        }, found.Add);
        var all = found.SelectMany(e => e).ToArray();
        Array.Sort(Array.ConvertAll(all, e => ((ulong)e.A << 32) | (uint)e.B), all);
        return all;
    }

    /// <summary>One number of two.</summary>
    public static ulong Mix(ulong a, ulong b)
    {
        var mixed = (a ^ (b + 0x9E3779B97F4A7C15 + (a << 6) + (a >> 2))) * 0xBF58476D1CE4E5B9;
        return mixed ^ (mixed >> 29);
    }

    /// <summary>FNV-1a of the text, the same on every machine; the kind keeps a phone and a number apart.</summary>
    public static ulong Hash(char kind, string text)
    {
        var hash = 14695981039346656037UL ^ kind;
        foreach (var c in text)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        return Mix(hash, kind);
    }

    // A pair that shares several keys is given where its smallest shared key is.
    private bool IsFirst(int a, int b, ulong here)
    {
        var (one, other) = (keysOf[a], keysOf[b]);
        for (int i = 0, j = 0; i < one.Length && j < other.Length;)
        {
            if (one[i] == other[j])
            {
                if (one[i] == here)
                {
                    return true;
                }

                if (!IsPassedOver(one[i]))
                {
                    return false;
                }

                i++;
                j++;
            }
            else if (one[i] < other[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return true;
    }

    private bool IsPassedOver(ulong key) => passedOver.Count > 0 && passedOver.Contains(key);

    private static HashSet<ulong> Heavy(ulong[][] all, int largest)
    {
        var sorted = new ulong[all.Sum(k => k.Length)];
        var at = 0;
        foreach (var own in all)
        {
            own.CopyTo(sorted, at);
            at += own.Length;
        }

        Array.Sort(sorted);
        var heavy = new HashSet<ulong>();
        for (var i = 0; i + largest < sorted.Length; i++)
        {
            if (sorted[i] == sorted[i + largest])
            {
                heavy.Add(sorted[i]);
            }
        }

        return heavy;
    }
}

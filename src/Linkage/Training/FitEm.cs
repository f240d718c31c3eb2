using Linkage.Comparing;
using Linkage.Scoring;

namespace Linkage.Training;

/// <summary>
/// Fits a model without labels. u, how often two different things agree, begins as counted on pairs drawn at random, nearly
/// all of which are different; m, how often the same agrees, what u is among candidates, and the share of candidate pairs that are the same are found by
/// expectation maximisation (Dempster, Laird and Rubin, 1977; for linkage Winkler, 1988), taking comparisons as
/// independent given the answer.
/// </summary>
public static class FitEm
{
    private const int Rounds = 100;
    private const int RandomPairs = 400_000;
    private const int MostCandidates = 400_000;
    private const double Damping = 0.8;

    /// <summary>A model from the records and the pairs that share a blocking key.</summary>
    /// <param name="comparisons">Counted over the records already.</param>
    /// <param name="records">The records.</param>
    /// <param name="candidates">Pairs that share a blocking key; when there are very many an even selection is used.</param>
    /// <param name="seed">The seed of the random pairs: the same list gives the same model.</param>
    public static Model Fit<TRecord>(IReadOnlyList<RecordComparison<TRecord>> comparisons, IReadOnlyList<TRecord> records, IReadOnlyList<(int A, int B)> candidates, int seed = 1)
    {
        var every = Math.Max(1, candidates.Count / MostCandidates);
        var found = Vectors(comparisons, records, [.. candidates.Where((_, i) => i % every == 0)]);
        var u = Shares(comparisons, Vectors(comparisons, records, Random(records.Count, seed)));
        var among = Shares(comparisons, found);
        var m = comparisons.Select((c, i) => c.Levels.Select((_, k) => Start(among[i], k, c.Levels.Count)).ToArray()).ToArray();
        var share = 0.1;
        for (var round = 0; round < Rounds; round++)
        {
            var before = share;
            (share, m, u) = Round(comparisons, found, share, m, u);
            if (Math.Abs(share - before) < 1e-6)
            {
                break;
            }
        }

        var bits = comparisons.Select((c, i) => c.Levels.Select((_, k) => found.Where(f => f[i].Level == k).Select(f => (double)f[i].Bits).DefaultIfEmpty(0).Average()).ToArray()).ToArray();
        return new()
        {
            Prior = Math.Round(Math.Log2(share / (1 - share)), 3),
            Comparisons = comparisons.Select((c, i) => (c.Name, Levels: (IReadOnlyList<LevelWeight>)
                [.. c.Levels.Select((l, k) => new LevelWeight(l, Math.Round(Math.Log2(m[i][k] / u[i][k]), 3), bits[i][k] > 0 ? Damping : 0, Math.Round(bits[i][k], 3)))])).ToDictionary(c => c.Name, c => c.Levels),
        };
    }

    // Among the same, agreement is common and contradiction seldom; from there the rounds find how seldom.
    private static double Start(double[] among, int level, int levels) =>
        level == 0 ? 0.7 : level == levels - 1 ? 0.05 : Math.Max(1e-3, 0.25 / (levels - 2));

    private static (double Share, double[][] M, double[][] U) Round<TRecord>(IReadOnlyList<RecordComparison<TRecord>> comparisons, Outcome[][] found, double share, double[][] m, double[][] u)
    {
        var (same, other) = (Zero(comparisons), Zero(comparisons));
        double total = 0;
        foreach (var vector in found)
        {
            var odds = share / (1 - share);
            for (var i = 0; i < vector.Length; i++)
            {
                odds *= vector[i].IsMissing ? 1 : m[i][vector[i].Level] / u[i][vector[i].Level];
            }

            var chance = odds / (1 + odds);
            total += chance;
            for (var i = 0; i < vector.Length; i++)
            {
                if (!vector[i].IsMissing)
                {
                    same[i][vector[i].Level] += chance;
                    other[i][vector[i].Level] += 1 - chance;
                }
            }
        }

        // Blocking brings together strangers who agree on the key, so u moves from what it is in pairs drawn at random to
        // what it is among candidates; held fixed, every candidate would look like a match beside a random pair.
        return (Math.Clamp(total / found.Length, 1e-6, 1 - 1e-6), [.. same.Select(Normal)], [.. other.Select(Normal)]);
    }

    private static double[][] Zero<TRecord>(IReadOnlyList<RecordComparison<TRecord>> comparisons) =>
        [.. comparisons.Select(c => Enumerable.Repeat(0.5, c.Levels.Count).ToArray())];

    private static double[] Normal(double[] counts)
    {
        var sum = counts.Sum();
        return [.. counts.Select(c => c / sum)];
    }

    private static Outcome[][] Vectors<TRecord>(IReadOnlyList<RecordComparison<TRecord>> comparisons, IReadOnlyList<TRecord> records, IReadOnlyList<(int A, int B)> pairs)
    {
        var found = new Outcome[pairs.Count][];
        Parallel.For(0, pairs.Count, p => found[p] = [.. comparisons.Select(c => c.Compare(records[pairs[p].A], records[pairs[p].B]))]);
        return found;
    }

    private static double[][] Shares<TRecord>(IReadOnlyList<RecordComparison<TRecord>> comparisons, Outcome[][] found) =>
        [.. comparisons.Select((c, i) =>
        {
            var counts = Enumerable.Repeat(0.5, c.Levels.Count).ToArray();
            foreach (var vector in found.Where(v => !v[i].IsMissing))
            {
                counts[vector[i].Level]++;
            }

            return Normal(counts);
        })];

    private static (int A, int B)[] Random(int records, int seed)
    {
        var random = new Random(seed);
        var pairs = new (int, int)[Math.Min(RandomPairs, Math.Max(1, records * 20))];
        for (var i = 0; i < pairs.Length; i++)
        {
            var a = random.Next(records);
            pairs[i] = (a, (a + 1 + random.Next(Math.Max(1, records - 1))) % records);
        }

        return pairs;
    }
}

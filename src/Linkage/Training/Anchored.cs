using Linkage.Comparing;
using Linkage.Scoring;

namespace Linkage.Training;

/// <summary>
/// What a list shows of itself without labels: some comparisons (the anchors: a business's name, its number)
/// nearly settle a pair alone, and the pairs they settle show how often the others agree among the same and among the
/// different <i>in this list</i>. A model remembers what its training list showed, and a new list's difference to that
/// moves its weights. Both are measured alike, so what the measure itself gets wrong cancels out.
/// </summary>
/// <param name="Share">log2 odds of a settled pair being the same.</param>
/// <param name="Ratios">For each comparison that is no anchor, log2 of each level's share among the same over its share among the different.</param>
public sealed record Anchored(double Share, IReadOnlyDictionary<string, IReadOnlyList<double>> Ratios)
{
    private const int Rounds = 12;

    // As many pairs' worth of "nothing new" stand against what few pairs show.
    private const double Doubt = 30;
    private const double Furthest = 4;

    /// <summary>Measures a list by the outcomes of its pairs; null where the anchors settle too few of them, or all alike.</summary>
    public static Anchored? In<TRecord>(IReadOnlyList<RecordComparison<TRecord>> comparisons, Model model, IReadOnlyList<Outcome[]> pairs, Func<string, bool> isAnchor)
    {
        var anchors = Enumerable.Range(0, comparisons.Count).Where(c => isAnchor(comparisons[c].Name)).ToArray();
        var settled = pairs.Where(p => Array.Exists(anchors, a => !p[a].IsMissing)).ToList();
        var evidence = settled.ConvertAll(p => anchors.Where(a => !p[a].IsMissing).Sum(a => Weight(model, comparisons[a], p[a])));
        var share = 0.0;
        for (var round = 0; round < Rounds; round++)
        {
            var same = evidence.Sum(e => Scorer<TRecord>.Probability(share + e));
            if (same < Doubt || settled.Count - same < Doubt)
            {
                return null;
            }

            share = Math.Log2(same / (settled.Count - same));
        }

        var chances = evidence.ConvertAll(e => Scorer<TRecord>.Probability(share + e));
        return new(share, Enumerable.Range(0, comparisons.Count).Where(c => !anchors.Contains(c)).ToDictionary(c => comparisons[c].Name, c => RatiosOf(c, comparisons[c].Levels.Count, settled, chances)));
    }

    /// <summary>The model as it fits a list that shows this, where its training list showed that.</summary>
    public Model Move(Model model, Anchored trained) => model with
    {
        Prior = Math.Round(model.Prior + Math.Clamp(Share - trained.Share, -Furthest, Furthest), 3),
        Comparisons = model.Comparisons.ToDictionary(
            c => c.Key,
            c => !Ratios.TryGetValue(c.Key, out var here) || !trained.Ratios.TryGetValue(c.Key, out var there) ? c.Value
                : (IReadOnlyList<LevelWeight>)[.. c.Value.Select((l, k) => l with { Weight = Math.Round(l.Weight + Math.Clamp(here[k] - there[k], -Furthest, Furthest), 3) })],
            StringComparer.Ordinal),
    };

    private static double Weight<TRecord>(Model model, RecordComparison<TRecord> comparison, Outcome found) => model.Comparisons[comparison.Name][found.Level].Of(found.Bits);

    // Shares are drawn towards each other by pairs that show nothing, so that a level met twice moves no weight.
    private static IReadOnlyList<double> RatiosOf(int comparison, int levels, List<Outcome[]> pairs, List<double> chances)
    {
        var (same, different) = (new double[levels], new double[levels]);
        for (var p = 0; p < pairs.Count; p++)
        {
            if (pairs[p][comparison] is { IsMissing: false } found)
            {
                same[found.Level] += chances[p];
                different[found.Level] += 1 - chances[p];
            }
        }

        var (allSame, allDifferent) = (same.Sum(), different.Sum());
        if (allSame == 0 || allDifferent == 0)
        {
            return new double[levels];
        }

        return [.. Enumerable.Range(0, levels).Select(l =>
        {
            var overall = (same[l] + different[l]) / (allSame + allDifferent);
            return Math.Round(Math.Log2((same[l] + (Doubt * overall) + 1e-9) / (allSame + Doubt) * (allDifferent + Doubt) / (different[l] + (Doubt * overall) + 1e-9)), 3);
        })];
    }
}

using Linkage.Comparing;

namespace Linkage.Scoring;

/// <summary>One part of a pair's score: what was compared, what was found, and the bits it adds.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct Reason(string Comparison, string Level, double Bits);

/// <summary>Scores pairs of records with a model. Safe to be called by many threads at once.</summary>
public sealed class Scorer<TRecord>
{
    private readonly RecordComparison<TRecord>[] comparisons;
    private readonly LevelWeight[][] weights;
    private readonly double prior;

    /// <summary>Throws <see cref="ArgumentException"/> where the model lacks a comparison or a level of it.</summary>
    public Scorer(IReadOnlyList<RecordComparison<TRecord>> comparisons, Model model)
    {
        this.comparisons = [.. comparisons];
        prior = model.Prior;
        weights = [.. comparisons.Select(c => WeightsOf(c, model))];
    }

    /// <summary>What is compared, in the order of the waterfall.</summary>
    public IReadOnlyList<RecordComparison<TRecord>> Comparisons => comparisons;

    /// <summary>The log2 odds that the two are the same.</summary>
    public double Score(TRecord a, TRecord b)
    {
        var score = prior;
        for (var i = 0; i < comparisons.Length; i++)
        {
            var found = comparisons[i].Compare(a, b);
            score += found.IsMissing ? 0 : weights[i][found.Level].Of(found.Bits);
        }

        return score;
    }

    /// <summary>The same score as a waterfall: the prior, then what each comparison adds; what says nothing is left out.</summary>
    public IReadOnlyList<Reason> Explain(TRecord a, TRecord b)
    {
        var reasons = new List<Reason>(comparisons.Length + 1) { new("prior", "before comparing", prior) };
        for (var i = 0; i < comparisons.Length; i++)
        {
            if (comparisons[i].Compare(a, b) is { IsMissing: false } found)
            {
                reasons.Add(new(comparisons[i].Name, comparisons[i].Levels[found.Level], weights[i][found.Level].Of(found.Bits)));
            }
        }

        return reasons;
    }

    /// <summary>The probability that these log2 odds stand for.</summary>
    public static double Probability(double score) => 1 / (1 + Math.Pow(2, -score));

    private static LevelWeight[] WeightsOf(RecordComparison<TRecord> comparison, Model model)
    {
        var known = model.Comparisons.TryGetValue(comparison.Name, out var levels) ? levels : throw new ArgumentException($"The model has no comparison \"{comparison.Name}\".", nameof(model));
        return [.. comparison.Levels.Select(l => known.FirstOrDefault(k => k.Level == l) ?? throw new ArgumentException($"The model has no level \"{l}\" for \"{comparison.Name}\".", nameof(model)))];
    }
}

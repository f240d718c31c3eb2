using Linkage.Comparing;
using Linkage.Scoring;

namespace Linkage.Training;

/// <summary>
/// Fits a model to labelled pairs by logistic regression over the levels of agreement. All weights are found together, so
/// evidence that comes twice (a phone and a mail address known by the same people) is shared out instead of counted
/// twice, which estimating m and u for each comparison alone cannot do.
/// </summary>
public static class FitLabels
{
    private const double Bits = 5; // How far rarities usually lie from their mean.
    private const double Bit = 0.6931471805599453; // ln 2: the regression works in nats, a model in bits.

    /// <summary>A model whose scores are log2 odds for pairs of the kind it was given; throws where all labels are alike.</summary>
    /// <param name="comparisons">Counted over the records already.</param>
    /// <param name="pairs">Labelled pairs, drawn the way pairs will be found later: those that share a blocking key.</param>
    /// <param name="ridge">Draws weights towards zero, as many pairs' worth of it.</param>
    public static Model Fit<TRecord>(IReadOnlyList<RecordComparison<TRecord>> comparisons, IReadOnlyList<(TRecord A, TRecord B, bool Same)> pairs, double ridge = 2)
    {
        if (pairs.All(p => p.Same) || !pairs.Any(p => p.Same))
        {
            throw new ArgumentException("Training needs pairs that are the same and pairs that are not.", nameof(pairs));
        }

        var levels = Columns(comparisons, out var width);
        var found = Compare(comparisons, pairs);
        var centres = Centres(comparisons, found);
        var pull = Enumerable.Repeat(ridge, width).ToArray();
        pull[0] = 1e-6;
        return new Model { Prior = 0, Comparisons = new Dictionary<string, IReadOnlyList<LevelWeight>>(StringComparer.Ordinal) }
            .With(comparisons, levels, centres, Regression.Fit(found, [.. pairs.Select(p => p.Same)], levels, centres, new double[width], pull));
    }

    /// <summary>
    /// The model moved as far as newly labelled pairs ask for: the same regression, drawn towards the weights the model
    /// has (the posterior mode under a normal prior around them), so that a few labels change little and levels they
    /// never show stay. Pairs may have been chosen by their score: the regression is over what was compared, and which
    /// pairs were asked about depends on nothing else.
    /// </summary>
    /// <param name="before">The model so far.</param>
    /// <param name="comparisons">Its comparisons, counted over records already.</param>
    /// <param name="pairs">What was decided; all may be alike, and there may be none.</param>
    /// <param name="ridge">How strongly, in pairs: so many must say the same of a level before it moves by about a nat.</param>
    public static Model Improve<TRecord>(Model before, IReadOnlyList<RecordComparison<TRecord>> comparisons, IReadOnlyList<(TRecord A, TRecord B, bool Same)> pairs, double ridge = 20)
    {
        var levels = Columns(comparisons, out var width);
        var centres = comparisons.Select(c => c.Levels.Select(l => Of(c, l).At).ToArray()).ToArray();
        var prior = new double[width];
        var pull = Enumerable.Repeat(ridge, width).ToArray();
        prior[0] = before.Prior * Bit;
        for (var c = 0; c < comparisons.Count; c++)
        {
            for (var k = 0; k < comparisons[c].Levels.Count; k++)
            {
                var known = Of(comparisons[c], comparisons[c].Levels[k]);
                (prior[levels[c] + (2 * k)], prior[levels[c] + (2 * k) + 1]) = (known.Weight * Bit, known.PerBit * Bit);
                pull[levels[c] + (2 * k) + 1] = ridge * Bits * Bits; // What is multiplied by bits moves the score by as many times.
            }
        }

        return before.With(comparisons, levels, centres, Regression.Fit(Compare(comparisons, pairs), [.. pairs.Select(p => p.Same)], levels, centres, prior, pull));

        LevelWeight Of(RecordComparison<TRecord> comparison, string level) => before.Comparisons[comparison.Name].First(l => l.Level == level);
    }

    // Where each comparison's weights begin: after the intercept, two for each level.
    private static int[] Columns<TRecord>(IReadOnlyList<RecordComparison<TRecord>> comparisons, out int width)
    {
        var levels = new int[comparisons.Count];
        width = 1;
        for (var c = 0; c < comparisons.Count; c++)
        {
            levels[c] = width;
            width += 2 * comparisons[c].Levels.Count;
        }

        return levels;
    }

    private static Outcome[][] Compare<TRecord>(IReadOnlyList<RecordComparison<TRecord>> comparisons, IReadOnlyList<(TRecord A, TRecord B, bool Same)> pairs)
    {
        var found = new Outcome[pairs.Count][];
        Parallel.For(0, pairs.Count, p => found[p] = [.. comparisons.Select(c => c.Compare(pairs[p].A, pairs[p].B))]);
        return found;
    }

    private static Model With<TRecord>(this Model model, IReadOnlyList<RecordComparison<TRecord>> comparisons, int[] levels, double[][] centres, double[] weights) => model with
    {
        Prior = Round(weights[0] / Bit),
        Comparisons = comparisons.Select((c, i) => (c.Name, Levels: (IReadOnlyList<LevelWeight>)
            [.. c.Levels.Select((l, k) => new LevelWeight(l, Round(weights[levels[i] + (2 * k)] / Bit), Round(weights[levels[i] + (2 * k) + 1] / Bit), Round(centres[i][k])))])).ToDictionary(c => c.Name, c => c.Levels),
    };

    private static double[][] Centres<TRecord>(IReadOnlyList<RecordComparison<TRecord>> comparisons, Outcome[][] found) =>
        [.. comparisons.Select((c, i) => c.Levels.Select((_, k) => found.Where(f => f[i].Level == k).Select(f => (double)f[i].Bits).DefaultIfEmpty(0).Average()).ToArray())];

    private static double Round(double value) => Math.Round(value, 3);
}

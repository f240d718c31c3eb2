using Linkage.Scoring;
using Linkage.Training;

namespace Linkage.Clustering;

/// <summary>How many different things the records name: an estimate, and a range that holds the truth about 95 times in 100.</summary>
public sealed record Count(double Estimate, double Low, double High)
{
    // What the model itself does not know, from worlds it was not trained on (bench/README.md): a share of the count, and
    // more of it for each bit by which a list shows other shares than the training list did.
    private const double ModelError = 0.012;
    private const double ErrorPerBit = 0.02;

    /// <summary>
    /// Each join that was made is wrong with one chance and would add one to the count; each cluster's best join that was
    /// not made is right with another and would take one away. The estimate is the number expected, the range two
    /// standard deviations of that sum of independent chances and the model's own error, added as squares.
    /// </summary>
    /// <param name="clusters">The clusters made.</param>
    /// <param name="joins">All joins made and nearly made.</param>
    /// <param name="calibration">What their means are worth.</param>
    /// <param name="unlike">How far the list is from the one the model was trained on, in bits.</param>
    public static Count Of(int clusters, IReadOnlyCollection<Join> joins, Calibration calibration, double unlike = 0)
    {
        var (expected, variance) = ((double)clusters, 0.0);
        foreach (var join in FitJoins.Telling(joins))
        {
            var chance = calibration.Chance(join.Score);
            expected += join.Made ? 1 - chance : -chance;
            variance += chance * (1 - chance);
        }

        expected *= calibration.Seen;
        var spread = 2 * Math.Sqrt(variance + Math.Pow((ModelError + (ErrorPerBit * unlike)) * expected, 2));
        return new(expected, Math.Max(1, expected - spread), expected + spread);
    }
}

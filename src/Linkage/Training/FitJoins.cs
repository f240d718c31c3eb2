using Linkage.Clustering;
using Linkage.Scoring;

namespace Linkage.Training;

/// <summary>
/// Learns what the mean score between two clusters is worth as a chance that they are one: pairs of a cluster are not
/// independent of each other, so their mean understates it. Logistic regression on one variable (Platt, 1999).
/// </summary>
public static class FitJoins
{
    private const int Steps = 50;

    /// <summary>Fits it to the joins of a list whose truth is known, with the share of doubles that no join even came near to.</summary>
    public static Calibration Fit(IReadOnlyCollection<Join> joins, int clusters, IReadOnlyList<string> truth)
    {
        var fitted = Fit([.. Telling(joins).Select(j => (j.Score, truth[j.A] == truth[j.B]))]);
        return fitted with { Seen = Math.Round(truth.Distinct(StringComparer.Ordinal).Count() / Clustering.Count.Of(clusters, joins, fitted).Estimate, 4) };
    }

    /// <summary>The joins that tell how sure a count is: those made, and each cluster's best one not made.</summary>
    public static IEnumerable<Join> Telling(IReadOnlyCollection<Join> joins)
    {
        var taken = new HashSet<int>();
        return joins.Where(j => j.Made).Concat(joins.Where(j => !j.Made).OrderByDescending(j => j.Score).Where(j => !taken.Contains(j.A) && !taken.Contains(j.B) && taken.Add(j.A) && taken.Add(j.B)));
    }

    private static Calibration Fit(IReadOnlyCollection<(double Score, bool Same)> joins)
    {
        var (intercept, slope) = (0.0, 1.0);
        for (var step = 0; step < Steps; step++)
        {
            // Weak pulls towards zero and one keep it defined when every join was right.
            double g0 = -0.01 * intercept, g1 = -0.01 * (slope - 1), h00 = 0.01, h01 = 0, h11 = 0.01;
            foreach (var (score, same) in joins)
            {
                var chance = 1 / (1 + Math.Exp(-(intercept + (slope * score))));
                var (error, weight) = ((same ? 1 : 0) - chance, chance * (1 - chance));
                (g0, g1) = (g0 + error, g1 + (error * score));
                (h00, h01, h11) = (h00 + weight, h01 + (weight * score), h11 + (weight * score * score));
            }

            var determinant = (h00 * h11) - (h01 * h01);
            (intercept, slope) = (intercept + (((h11 * g0) - (h01 * g1)) / determinant), slope + (((h00 * g1) - (h01 * g0)) / determinant));
        }

        return new(Math.Round(intercept / Math.Log(2), 3), Math.Round(slope / Math.Log(2), 3));
    }
}

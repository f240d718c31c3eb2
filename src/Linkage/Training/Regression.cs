using Linkage.Comparing;

namespace Linkage.Training;

/// <summary>
/// Logistic regression over what pairs showed: an intercept, and for each level of each comparison a weight and a
/// weight for each bit of rarity above the level's mean. Newton steps with a ridge (Hosmer and Lemeshow, "Applied
/// Logistic Regression", chapter 1).
/// </summary>
internal static class Regression
{
    private const int Steps = 25;

    /// <summary>The weights, in nats; each is drawn towards its prior by so many pairs' worth of <paramref name="pull"/>.</summary>
    public static double[] Fit(Outcome[][] found, bool[] same, int[] levels, double[][] centres, double[] prior, double[] pull)
    {
        var width = prior.Length;
        var weights = (double[])prior.Clone();
        var at = new int[1 + (2 * levels.Length)];
        var x = new double[at.Length];
        for (var step = 0; step < Steps; step++)
        {
            var gradient = new double[width];
            var curvature = new double[width, width];
            for (var p = 0; p < found.Length; p++)
            {
                var used = Features(found[p], levels, centres, at, x);
                double sum = 0;
                for (var i = 0; i < used; i++)
                {
                    sum += weights[at[i]] * x[i];
                }

                var chance = 1 / (1 + Math.Exp(-sum));
                var (error, slope) = ((same[p] ? 1 : 0) - chance, Math.Max(1e-9, chance * (1 - chance)));
                for (var i = 0; i < used; i++)
                {
                    gradient[at[i]] += error * x[i];
                    for (var j = 0; j < used; j++)
                    {
                        curvature[at[i], at[j]] += slope * x[i] * x[j];
                    }
                }
            }

            for (var i = 0; i < width; i++)
            {
                gradient[i] -= pull[i] * (weights[i] - prior[i]);
                curvature[i, i] += pull[i];
            }

            var change = Solve(curvature, gradient);
            var largest = 0.0;
            for (var i = 0; i < width; i++)
            {
                weights[i] += Math.Clamp(change[i], -4, 4);
                largest = Math.Max(largest, Math.Abs(change[i]));
            }

            if (largest < 1e-4)
            {
                break;
            }
        }

        return weights;
    }

    private static int Features(Outcome[] found, int[] levels, double[][] centres, Span<int> at, Span<double> x)
    {
        (at[0], x[0]) = (0, 1);
        var used = 1;
        for (var c = 0; c < levels.Length; c++)
        {
            if (found[c].IsMissing)
            {
                continue;
            }

            var column = levels[c] + (2 * found[c].Level);
            (at[used], x[used++]) = (column, 1);
            var bits = found[c].Bits - centres[c][found[c].Level];
            if (bits != 0)
            {
                (at[used], x[used++]) = (column + 1, bits);
            }
        }

        return used;
    }

    // Gauss–Jordan without pivoting: the ridge keeps the matrix positive definite.
    private static double[] Solve(double[,] matrix, double[] right)
    {
        var n = right.Length;
        for (var i = 0; i < n; i++)
        {
            for (var row = i + 1; row < n; row++)
            {
                var factor = matrix[row, i] / matrix[i, i];
                if (factor == 0)
                {
                    continue;
                }

                for (var column = i; column < n; column++)
                {
                    matrix[row, column] -= factor * matrix[i, column];
                }

                right[row] -= factor * right[i];
            }
        }

        var answer = new double[n];
        for (var i = n - 1; i >= 0; i--)
        {
            var sum = right[i];
            for (var column = i + 1; column < n; column++)
            {
                sum -= matrix[i, column] * answer[column];
            }

            answer[i] = sum / matrix[i, i];
        }

        return answer;
    }
}

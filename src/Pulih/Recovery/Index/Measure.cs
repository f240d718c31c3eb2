namespace Pulih.Recovery.Index;

/// <summary>A business in a month, as the index sees it.</summary>
/// <param name="Ratio">Sales against the same month a year before; 0 where closed, null where it said nothing that gives one.</param>
/// <param name="Compared">Up (above 0), the same or down; null where not answered.</param>
internal sealed record Observation(string Province, string Sector, Guid Programme, bool Answered, bool Open, double? Ratio, int? Compared);

/// <summary>A share with its interval of 95 percent.</summary>
internal sealed record Share(double Value, double Low, double High);

/// <summary>What the index says of a group of businesses in a month; figures are null below <see cref="Definition.Fewest"/> answers.</summary>
internal sealed record Measure(int Enrolled, int Answered, int Measured)
{
    /// <summary>The median ratio, where 1 is as much as a year before.</summary>
    public Share? Median { get; init; }
    public Share? Recovered { get; init; }
    public double? Weighted { get; init; }

    /// <summary>The share recovered if no silent business had recovered, and if every one had.</summary>
    public (double Worst, double Best)? Bounds { get; init; }
    public double? Balance { get; init; }
    public double? Open { get; init; }
    public double? Mean { get; init; }
    public double? WinsorisedMean { get; init; }

    /// <summary>The measure of a group, whose ratios are drawn in to what the whole month gives.</summary>
    public static Measure Of(IReadOnlyCollection<Observation> group, (double Low, double High) winsor)
    {
        var ratios = group.Where(o => o.Ratio is not null).Select(o => o.Ratio!.Value).Order().ToList();
        var answered = group.Count(o => o.Answered);
        var measure = new Measure(group.Count, answered, ratios.Count);
        if (ratios.Count < Definition.Fewest)
        {
            return measure;
        }

        var recovered = ratios.Count(r => r >= Definition.Recovered);
        var compared = group.Where(o => o.Compared is not null).Select(o => o.Compared!.Value).ToList();
        return measure with
        {
            Median = MedianOf(ratios),
            Recovered = Wilson(recovered, ratios.Count),
            Weighted = WeightedShare(group),
            Bounds = ((double)recovered / group.Count, (double)(recovered + group.Count - ratios.Count) / group.Count),
            Balance = compared.Count < Definition.Fewest ? null : (compared.Count(c => c > 0) - compared.Count(c => c < 0)) / (double)compared.Count,
            Open = group.Count(o => o.Answered && o.Open) / (double)answered,
            Mean = ratios.Average(),
            WinsorisedMean = ratios.Average(r => Math.Clamp(r, winsor.Low, winsor.High)),
        };
    }

    /// <summary>The limits to which ratios are drawn in: percentiles of the pooled month, by linear interpolation.</summary>
    public static (double Low, double High) Winsor(IEnumerable<Observation> all)
    {
        var ratios = all.Where(o => o.Ratio is not null).Select(o => o.Ratio!.Value).Order().ToList();
        return ratios.Count == 0 ? (0, 0) : (Quantile(ratios, Definition.WinsorLow), Quantile(ratios, Definition.WinsorHigh));
    }

    /// <summary>A quantile of sorted values by linear interpolation (type 7 of Hyndman and Fan 1996).</summary>
    public static double Quantile(IReadOnlyList<double> sorted, double q)
    {
        var at = (sorted.Count - 1) * q;
        var below = (int)Math.Floor(at);
        return below + 1 >= sorted.Count ? sorted[^1] : sorted[below] + ((at - below) * (sorted[below + 1] - sorted[below]));
    }

    /// <summary>The median, and as interval the order statistics at n/2 ∓ z√n/2 (Conover, Practical Nonparametric Statistics, 3.2).</summary>
    public static Share MedianOf(IReadOnlyList<double> sorted)
    {
        var spread = Definition.Z * Math.Sqrt(sorted.Count) / 2;
        var low = (int)Math.Floor((sorted.Count / 2.0) - spread);
        var high = (int)Math.Ceiling((sorted.Count / 2.0) + spread);
        return new(Quantile(sorted, .5), sorted[Math.Max(0, low - 1)], sorted[Math.Min(sorted.Count - 1, high)]);
    }

    /// <summary>Wilson's interval of a share (1927); it stays within 0 and 1 and is honest for small groups.</summary>
    public static Share Wilson(int hits, int of)
    {
        var (p, z2) = ((double)hits / of, Definition.Z * Definition.Z);
        var middle = (p + (z2 / (2 * of))) / (1 + (z2 / of));
        var half = Definition.Z / (1 + (z2 / of)) * Math.Sqrt((p * (1 - p) / of) + (z2 / (4.0 * of * of)));
        return new(p, Math.Max(0, middle - half), Math.Min(1, middle + half));
    }

    // Every answering business stands for those of its province that kept silent (inverse probability of answering).
    private static double WeightedShare(IEnumerable<Observation> group)
    {
        var (sum, weight) = (0.0, 0.0);
        foreach (var stratum in group.GroupBy(o => o.Province))
        {
            var ratios = stratum.Where(o => o.Ratio is not null).Select(o => o.Ratio!.Value).ToList();
            if (ratios.Count > 0)
            {
                var all = stratum.Count();
                (sum, weight) = (sum + (all * (double)ratios.Count(r => r >= Definition.Recovered) / ratios.Count), weight + all);
            }
        }

        return sum / weight;
    }
}

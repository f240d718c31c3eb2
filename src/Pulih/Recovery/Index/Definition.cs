namespace Pulih.Recovery.Index;

/// <summary>
/// What the index means, in the numbers it is computed with; published as it is at <c>/recovery/definition.json</c>.
/// There is no agreed standard: level, share recovered and net balance follow the pulse surveys of the World Bank, the
/// US Census Bureau (CES 20-16) and Bank Indonesia.
/// </summary>
internal static class Definition
{
    /// <summary>Raise it whenever a number below or a rule changes; it is kept with every figure.</summary>
    public const string Version = "1";

    /// <summary>From this share of the sales of the same month a year before on, a business counts as recovered.</summary>
    public const double Recovered = .95;

    /// <summary>Fewer answers than these make no figure.</summary>
    public const int Fewest = 30;

    /// <summary>Ratios are drawn in to these percentiles of all answers of the month, whatever cell they are in.</summary>
    public const double WinsorLow = .01;

    /// <inheritdoc cref="WinsorLow"/>
    public const double WinsorHigh = .99;

    /// <summary>The 97.5th percentile of the normal distribution, for intervals of 95 percent.</summary>
    public const double Z = 1.959963984540054;

    private static readonly double[] Down = [.95, .82, .62, .35];
    private static readonly double[] Up = [1.05, 1.18, 1.38, 1.65];

    /// <summary>The ratio a band stands for: its middle, mirrored above one; over 50 percent down stands for 0.35.</summary>
    public static double OfBand(int band) => band == 0 ? 1 : band < 0 ? Down[-band - 1] : Up[band - 1];

    /// <summary>The definition as it is published.</summary>
    public static object Published => new
    {
        version = Version,
        wording = Pulse.Survey.Version,
        population = "every business enrolled before the month ended; one business however many records; closed or ended counts as ratio 0",
        ratio = "sales of the month / sales of the same month a year before, both as reported in the same wording; where one is missing, the middle of the reported band",
        bands = new { down = Down, same = 1.0, up = Up, limitsPercent = new[] { 10, 25, 50 } },
        index = "100 × median ratio of the businesses that answered; interval of 95 % by order statistics (binomial)",
        recovered = "share of answering businesses with ratio ≥ 0.95; Wilson interval of 95 %",
        recoveredThreshold = Recovered,
        weighted = "the same share, each province weighted by its enrolled businesses, over provinces with an answer",
        bounds = "the same share if no silent business had recovered, and if every one had",
        netBalance = "percent of answers up − percent down",
        mean = "mean ratio, raw and drawn in to the 1st and 99th percentile of the pooled month",
        fewest = Fewest,
        source = "answers of owners and enumerators, never altered; a correction follows the answer it corrects",
    };
}

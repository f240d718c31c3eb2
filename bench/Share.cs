namespace Pulih.Bench;

internal static class Share
{
    /// <summary>The value below which this share of the rising values lies; 0 of none.</summary>
    public static double Of(double[] sorted, double share) => sorted.Length == 0 ? 0 : sorted[(int)Math.Min(sorted.Length - 1, sorted.Length * share)];
}

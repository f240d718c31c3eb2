namespace Pulih.Platform.Web.Charts;

/// <summary>Five shades of one hue by value, with round borders a reader can say aloud; shade 0 is nothing at all.</summary>
public sealed class Shades
{
    // Provinces differ by powers of ten: equal steps would leave all but three of them pale.
    private static readonly decimal[] Steps = [.02m, .08m, .25m, .6m];

    private Shades(IReadOnlyList<long> starts) => Starts = starts;

    /// <summary>The smallest count of each shade from 1 on, rising.</summary>
    public IReadOnlyList<long> Starts { get; }

    public static Shades For(long largest) =>
        new([.. Steps.Select(s => Round(largest * s)).Prepend(1).Where(s => s >= 1 && s <= largest).Distinct()]);

    /// <summary>The shade of a count, 0 to 5; the darkest is used even when there are fewer borders than shades.</summary>
    public int Of(long count)
    {
        var passed = Starts.Count(s => count >= s);
        return passed == 0 ? 0 : passed + 5 - Starts.Count;
    }

    private static long Round(decimal value)
    {
        var unit = 1m;
        while (value / unit >= 10)
        {
            unit *= 10;
        }

        var digit = value / unit;
        return (long)((digit < 1.5m ? 1 : digit < 3.5m ? 2 : digit < 7.5m ? 5 : 10) * unit);
    }
}

namespace Pulih.Sending.Senders;

/// <summary>
/// Keeps one number under its messages a second: a bucket of 8 % of the rate, refilled at 92 % of it, so that no second
/// ever sees more than the rate. Two calls are never made at once.
/// </summary>
internal sealed class NumberPacer(int perSecond, TimeProvider clock)
{
    private readonly double most = Math.Max(1, perSecond * 0.08);
    private readonly double refill = Math.Max(0.5, perSecond * 0.92);
    private double tokens = Math.Max(1, perSecond * 0.08);
    private long last = clock.GetTimestamp();

    /// <summary>How many may go now.</summary>
    public int Free
    {
        get
        {
            var now = clock.GetTimestamp();
            tokens = Math.Min(most, tokens + clock.GetElapsedTime(last, now).TotalSeconds * refill);
            last = now;
            return (int)tokens;
        }
    }

    public void Went(int messages) => tokens -= messages;
}

/// <summary>
/// One message per six seconds to the same person, with a burst of 45 borrowed from the future (the provider's pair
/// rule): a generic cell rate algorithm with an interval of 6 s and a tolerance of 44 intervals.
/// </summary>
internal sealed class PairPacer(TimeProvider clock)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Tolerance = 44 * Interval;
    private readonly Dictionary<string, DateTime> theoretical = [];
    private int untilSweep = Sweep;

    private const int Sweep = 10_000;

    public bool MayGo(string address) =>
        !theoretical.TryGetValue(address, out var arrival) || arrival - clock.GetUtcNow().UtcDateTime <= Tolerance;

    public void Went(string address, int times = 1)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        theoretical[address] = (theoretical.TryGetValue(address, out var arrival) && arrival > now ? arrival : now) + times * Interval;
        if (--untilSweep <= 0)
        {
            untilSweep = Sweep;
            foreach (var old in theoretical.Where(t => t.Value <= now).Select(t => t.Key).ToList())
            {
                theoretical.Remove(old);
            }
        }
    }
}

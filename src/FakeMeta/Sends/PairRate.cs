namespace FakeMeta.Sends;

/// <summary>One message in six seconds to one person; up to 45 at once are borrowed from the future.</summary>
internal sealed class PairRate
{
    private const int Burst = 45;
    private static readonly TimeSpan Each = TimeSpan.FromSeconds(6);
    private DateTime paidUntil;
    private DateTime burstBegan;
    private int inBurst;

    /// <summary>Takes one message if the person may get it now; with <paramref name="burstBlocks"/> a burst must be paid back whole.</summary>
    public bool TryTake(DateTime now, bool burstBlocks) => burstBlocks ? TakeWhole(now) : TakeOnDebt(now);

    private bool TakeOnDebt(DateTime now)
    {
        var from = paidUntil > now ? paidUntil : now;
        if (from - now > Each * (Burst - 1))
        {
            return false;
        }

        paidUntil = from + Each;
        return true;
    }

    private bool TakeWhole(DateTime now)
    {
        if (now >= burstBegan + (Each * inBurst))
        {
            (burstBegan, inBurst) = (now, 1);
            return true;
        }

        if (now - burstBegan >= Each || inBurst == Burst)
        {
            return false;
        }

        inBurst++;
        return true;
    }
}

namespace FakeMeta.Sends;

/// <summary>At most so many messages in any second through one business number.</summary>
internal sealed class NumberRate(int perSecond)
{
    // A second as the caller paced it is a little shorter or longer when it arrives here.
    private static readonly TimeSpan Second = TimeSpan.FromMilliseconds(950);
    private readonly Lock gate = new();
    private readonly DateTime[] last = new DateTime[perSecond];
    private int next;

    public bool TryTake(DateTime now)
    {
        lock (gate)
        {
            if (now - last[next] < Second)
            {
                return false;
            }

            Take(now);
            return true;
        }
    }

    /// <summary>A person's message uses the same second but is never refused.</summary>
    public void CountIncoming(DateTime now)
    {
        lock (gate)
        {
            if (now - last[next] >= Second)
            {
                Take(now);
            }
        }
    }

    private void Take(DateTime now)
    {
        last[next] = now;
        next = (next + 1) % last.Length;
    }
}

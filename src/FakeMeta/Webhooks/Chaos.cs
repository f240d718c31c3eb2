namespace FakeMeta.Webhooks;

/// <summary>The seeded dice behind duplicates and delays.</summary>
internal sealed class Chaos(WebhookChaos? wish)
{
    private readonly Lock gate = new();
    // A seed makes a failed test repeatable; nothing here guards a secret.
    private readonly Random dice = new(wish?.Seed ?? 0);

    public int Copies()
    {
        if (wish is null)
        {
            return 1;
        }

        lock (gate)
        {
            return dice.NextDouble() < wish.Duplicates ? 1 + dice.Next(1, 4) : 1;
        }
    }

    public TimeSpan Delay()
    {
        if (wish is null)
        {
            return TimeSpan.Zero;
        }

        lock (gate)
        {
            return dice.NextDouble() < wish.Delays ? dice.NextDouble() * (wish.MaxDelay ?? TimeSpan.FromSeconds(1)) : TimeSpan.Zero;
        }
    }
}

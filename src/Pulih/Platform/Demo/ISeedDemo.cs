using Pulih.Platform.Storage;

namespace Pulih.Platform.Demo;

/// <summary>A capability's share of the demo programme: clearly synthetic, made through the same use cases as the real thing.</summary>
public interface ISeedDemo
{
    /// <summary>Lower first; a seeder may build on what the ones before it left in the world.</summary>
    int Order { get; }

    /// <summary>Adds its rows; all seeders are saved together.</summary>
    Task Seed(PulihDb db, DemoWorld world, CancellationToken cancel);
}

/// <summary>What the seeders share: one moment, one source of chance (seeded, so every demo is alike), and what was made so far.</summary>
public sealed class DemoWorld(DateTime now)
{
    private readonly Dictionary<Type, object> made = [];

    public DateTime Now { get; } = now;

    public Random Chance { get; } = new(2026);

    /// <summary>The list of things of one kind that seeders made; each seeder adds to it or reads it.</summary>
    public List<T> Made<T>() => (List<T>)(made.TryGetValue(typeof(T), out var list) ? list : made[typeof(T)] = new List<T>());
}

namespace Pulih.Registry.Contracts;

/// <summary>The regions of Indonesia, held in memory and never changing while the program runs.</summary>
public interface IRegions
{
    /// <summary>The 38 provinces in order of their code.</summary>
    IReadOnlyList<Province> Provinces { get; }

    /// <summary>The region of a code ("35", "35.06", "35.06.15"), or null where no region has it.</summary>
    Region? Get(string code);

    /// <summary>The regions directly within one.</summary>
    IReadOnlyList<Region> Within(Region region);

    /// <summary>What a person may have meant by a typed place.</summary>
    RegionMatch Find(ReadOnlySpan<char> typed);
}

/// <summary>The answer to a typed place: one region, a few to choose from, a province that is too wide, or nothing.</summary>
public sealed record RegionMatch
{
    /// <summary>The most rows a chat list can show.</summary>
    public const int Most = 10;

    internal static readonly RegionMatch Nothing = new();

    public Region? One { get; init; }

    /// <summary>The candidates, best first, at most ten; empty when one is certain or none is known.</summary>
    public IReadOnlyList<Region> Several { get; init; } = [];

    /// <summary>True when more than ten would fit.</summary>
    public bool More { get; init; }

    /// <summary>Set when only a province was understood and it has too many regencies to list.</summary>
    public Province? TooWide { get; init; }
}

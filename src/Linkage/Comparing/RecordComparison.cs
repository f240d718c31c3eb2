using System.Runtime.InteropServices;

namespace Linkage.Comparing;

/// <summary>What a comparison found: how far two values agree, and how rare what they agree on is, in bits (log2 of one over its share of the records).</summary>
/// <param name="Level">Index into the comparison's levels; <see cref="Missing"/> where one of the two says nothing, which counts neither for nor against.</param>
/// <param name="Bits">Zero where rarity says nothing.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Outcome(int Level, float Bits = 0)
{
    /// <summary>The level of a missing value.</summary>
    public const int None = -1;

    /// <summary>One of the two says nothing.</summary>
    public static readonly Outcome Missing = new(None);

    /// <summary>Whether one of the two says nothing.</summary>
    public bool IsMissing => Level < 0;
}

/// <summary>Compares two records in one respect. A comparison looks at everything that is correlated in that respect, so that nothing is counted twice.</summary>
public abstract class RecordComparison<TRecord>(string name, params string[] levels)
{
    /// <summary>The name its weights are kept under in a model.</summary>
    public string Name { get; } = name;

    /// <summary>The levels of agreement, the best first.</summary>
    public IReadOnlyList<string> Levels { get; } = levels;

    /// <summary>Counts the values of the records that will be compared, for the rarity of an agreement.</summary>
    public virtual void Count(IEnumerable<TRecord> records)
    {
    }

    /// <summary>Compares; safe to be called by many threads at once.</summary>
    public abstract Outcome Compare(TRecord a, TRecord b);
}

/// <summary>How many records hold a value, and how many bits of information an agreement on it is worth.</summary>
public sealed class Frequencies
{
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>The number of records counted.</summary>
    public int Records { get; private set; }

    /// <summary>Counts the values of one record, each once.</summary>
    public void Add(IEnumerable<string> values)
    {
        Records++;
        foreach (var value in values)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, value, out _)++;
        }
    }

    /// <summary>The number of records that hold this value, at least 1.</summary>
    public int Of(string value) => Math.Max(1, counts.GetValueOrDefault(value));

    /// <summary>log2 of one over the value's share of the records; what nobody else holds is taken as held by two.</summary>
    public float Bits(string value) => Records == 0 ? 0 : (float)Math.Log2(Math.Max(2.0, Records) / Math.Max(2, Of(value)));
}

using System.Runtime.InteropServices;
using Linkage.Umkm;

namespace Linkage.LookingUp;

/// <summary>Known rows in memory, by blocking key. Rows may be added while others look up from one thread at a time.</summary>
public sealed class RowsInMemory : IKnownRows
{
    // A key on more rows than this is a facilitator's phone or a favourite name; other keys find what it would.
    private const int Largest = 200;

    private readonly Dictionary<ulong, List<UmkmRecord>> byKey = [];

    /// <summary>Adds a row.</summary>
    public void Add(UmkmRecord row)
    {
        foreach (var key in UmkmQuestions.Keys(row).Distinct())
        {
            ref var rows = ref CollectionsMarshal.GetValueRefOrAddDefault(byKey, key, out _);
            rows ??= new(1);
            if (rows.Count <= Largest)
            {
                rows.Add(row);
            }
        }
    }

    /// <inheritdoc/>
    public IEnumerable<UmkmRecord> With(IReadOnlyCollection<ulong> keys) =>
        keys.Distinct().Select(k => byKey.GetValueOrDefault(k)).Where(r => r?.Count <= Largest).SelectMany(r => r!).Distinct();
}

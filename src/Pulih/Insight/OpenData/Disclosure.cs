namespace Pulih.Insight.OpenData;

/// <summary>
/// Hides small cells of a table whose total is public. A cell below <see cref="Least"/> points at few people; hiding it
/// alone would leave it to be had by subtraction, so further cells are hidden, the smallest first, until those that are
/// hidden are two at least and together as many as <see cref="Least"/>.
/// </summary>
internal static class Disclosure
{
    /// <summary>The smallest count that is shown.</summary>
    public const int Least = 10;

    /// <summary>The counts that may be shown; null for the hidden ones. Zeros say that there is nobody, and stay.</summary>
    public static IReadOnlyDictionary<string, long?> Of(IReadOnlyDictionary<string, long> cells)
    {
        var hidden = cells.Where(c => c.Value is > 0 and < Least).Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
        if (hidden.Count > 0)
        {
            var further = new Queue<string>(cells.Where(c => c.Value >= Least).OrderBy(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Key));
            while ((hidden.Count < 2 || hidden.Sum(k => cells[k]) < Least) && further.TryDequeue(out var next))
            {
                hidden.Add(next);
            }
        }

        return cells.ToDictionary(c => c.Key, c => hidden.Contains(c.Key) ? (long?)null : c.Value, StringComparer.Ordinal);
    }
}

namespace Linkage.Standardising;

/// <summary>Lines of business: every list has its own words for the same few.</summary>
public static class Lines
{
    private static readonly Dictionary<string, string> Known = Words.Table("sectors.tsv")
        .SelectMany(r => r[1].Split(';', StringSplitOptions.TrimEntries).Select(w => (Words: string.Concat(Words.Of(w)), Key: r[0])))
        .DistinctBy(p => p.Words).ToDictionary(p => p.Words, p => p.Key, StringComparer.Ordinal);

    private static readonly Recent<string> Lately = new(10, ReadAnew);

    /// <summary>The key of the line of business, the words themselves where no table knows them, nothing where the cell is empty.</summary>
    public static string Read(string cell) => Lately.Of(cell);

    private static string ReadAnew(string cell)
    {
        var words = string.Concat(Words.Of(cell));
        return Words.Shared(Known.GetValueOrDefault(words, words));
    }
}

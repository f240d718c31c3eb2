using Pulih.Registry.Contracts;
using Pulih.Registry.Words;

namespace Pulih.Registry.Sectors;

/// <summary>The sectors of the table inside the program, and the reading of sold words.</summary>
internal sealed class SectorTable : ISectors
{
    private readonly Dictionary<string, Sector> byKey = new(StringComparer.Ordinal);
    private readonly SectorWords words;

    public SectorTable()
    {
        var shortList = new SortedList<int, Sector>();
        foreach (var row in TableFile.Rows("Pulih.Sectors.tsv"))
        {
            var sector = new Sector(row[0], row[1], row[2], row[3], row[4].Trim('-'), row[5].Trim('-'));
            byKey.Add(sector.Key, sector);
            if (row[6] != "0")
            {
                shortList.Add(int.Parse(row[6], System.Globalization.CultureInfo.InvariantCulture), sector);
            }
        }

        All = [.. byKey.Values];
        ShortList = [.. shortList.Values];
        words = new SectorWords(byKey);
    }

    public IReadOnlyList<Sector> All { get; }

    public IReadOnlyList<Sector> ShortList { get; }

    public Sector? Get(string key) => byKey.GetValueOrDefault(key);

    public SectorMatch Match(ReadOnlySpan<char> sold)
    {
        Span<char> chars = stackalloc char[FoldedText.MostChars];
        Span<Word> buffer = stackalloc Word[FoldedText.MostWords];
        var text = FoldedText.Read(sold, Spellings.None, chars, buffer);
        var tally = new SectorTally(words.SaysMaking(text));
        for (var first = 0; first < text.Count;)
        {
            first += Math.Max(1, Count(text, first, ref tally));
        }

        return tally.Answer();
    }

    /// <summary>Counts the longest phrase that begins here and returns how many words it took.</summary>
    private int Count(FoldedText text, int first, ref SectorTally tally)
    {
        for (var count = Math.Min(SectorWords.LongestPhrase, text.Count - first); count > 0; count--)
        {
            if (words.Find(text.Key(first, count)) is { } hint)
            {
                tally.Add(hint, count);
                return count;
            }
        }

        return 0;
    }
}

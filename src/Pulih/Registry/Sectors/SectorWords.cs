using Pulih.Registry.Contracts;
using Pulih.Registry.Words;

namespace Pulih.Registry.Sectors;

/// <summary>What one everyday word or phrase says about a business.</summary>
internal sealed record SectorHint(Sector Sector, string Kbli, bool Weak, Sector? WhenMade, string? KbliWhenMade);

/// <summary>The everyday words, also with a slip of the finger, doubled ("kue kue") or with "-nya" at the end.</summary>
internal sealed class SectorWords
{
    public const int LongestPhrase = 4;

    private static readonly HashSet<string> Making = new(StringComparer.Ordinal)
    {
        "bikin", "buat", "membuat", "pembuat", "pembuatan", "produksi", "memproduksi", "produsen", "pabrik", "olah", "mengolah", "pengrajin", "perajin", "budidaya", "tanam", "ternak", "panen",
    };

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> making = Making.GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly Dictionary<string, SectorHint>.AlternateLookup<ReadOnlySpan<char>> bySpan;
    private readonly TypoIndex typos;

    public SectorWords(Dictionary<string, Sector> sectors)
    {
        var hints = new Dictionary<string, SectorHint>(2048, StringComparer.Ordinal);
        foreach (var row in TableFile.Rows("Pulih.SectorWords.tsv"))
        {
            foreach (var word in row[2].Split(", "))
            {
                var made = row.Length > 3 ? sectors[row[3]] : null;
                // "eco print" and "ecoprint" are one key; both are listed for the reader.
                hints.TryAdd(word.TrimEnd('?').Replace(" ", "", StringComparison.Ordinal), new SectorHint(sectors[row[0]], row[1], word[^1] == '?', made, made is null ? null : row[4]));
            }
        }

        bySpan = hints.GetAlternateLookup<ReadOnlySpan<char>>();
        typos = new TypoIndex(hints.Keys);
    }

    public SectorHint? Find(ReadOnlySpan<char> key)
    {
        if (bySpan.TryGetValue(key, out var hint))
        {
            return hint;
        }

        if (key.Length > 5 && key.EndsWith("nya", StringComparison.Ordinal) && bySpan.TryGetValue(key[..^3], out hint))
        {
            return hint;
        }

        var near = new List<string>();
        // One slip at most: two turn one ware into another ("sabun" is not "sapu").
        return key.Length > 5 && typos.Nearest(key, near) == 1 && near.Count == 1 && bySpan.TryGetValue(near[0], out hint) ? hint : null;
    }

    public bool SaysMaking(FoldedText text)
    {
        for (var i = 0; i < text.Count; i++)
        {
            if (making.Contains(text.Key(i, 1)))
            {
                return true;
            }
        }

        return false;
    }
}

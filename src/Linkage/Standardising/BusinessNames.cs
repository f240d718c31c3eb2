using System.Collections.Immutable;

namespace Linkage.Standardising;

/// <summary>
/// A business's name as it is compared: the words that are its own, and what kind of business they stand before. "Wr. Bu
/// Sri Gemolong" is kind warung, own words sri. A name of kinds alone ("Usaha Tenun") has no words of its own.
/// </summary>
/// <param name="Own">The words that are its own.</param>
/// <param name="Kinds">The kinds named, by their keys in the table.</param>
/// <param name="Products">The sounds of the words that named the kinds.</param>
/// <param name="Line">The line of business the most telling kind belongs to.</param>
public sealed record BusinessName(ImmutableArray<Part> Own, ImmutableArray<string> Kinds, ImmutableArray<string> Products, string Line)
{
    /// <summary>No name.</summary>
    public static readonly BusinessName None = new([], [], [], "");

    /// <summary>Own words in one, for names that are written together in one list and apart in another.</summary>
    public string Joined { get; } = Words.Shared(string.Concat(Own.Select(p => p.Key)));

    /// <summary>Whether there is no name.</summary>
    public bool IsEmpty => Own.Length == 0 && Kinds.Length == 0;
}

/// <summary>Reads the names of small businesses.</summary>
public static class BusinessNames
{
    private static readonly HashSet<string> Forms = new("ud cv pt pd fa firma kud koperasi kop kub ukm umkm usaha dagang jualan perusahaan perorangan contoh".Split(' '), StringComparer.Ordinal);
    private static readonly HashSet<string> Kinship = new("bu ibu pak pa bapak mbok mbah mbak mas mang cak kang teh ceu bang uda uni nyai koh cik ci wak pakde bude haji hj h bpk".Split(' '), StringComparer.Ordinal);
    private static readonly HashSet<string> Nothing = new(["", "belum ada", "tidak ada", "tdk ada", "belum ada nama", "tidak punya", "blm ada", "kosong", "na", "n a", "usaha", "null", "xxx"], StringComparer.Ordinal);
    private static readonly Dictionary<string, (string Kind, string Line, int Words)> Kinds = ReadKinds();

    // Favourite words that are written in many ways beyond what their sound explains.
    private static readonly Dictionary<string, string> Favourites = new(StringComparer.Ordinal)
    {
        ["barokah"] = "berkah", ["barakah"] = "berkah", ["berkat"] = "berkah", ["barokkah"] = "berkah", ["rezeki"] = "rejeki", ["djaya"] = "jaya", ["joyo"] = "jaya", ["putera"] = "putra",
        ["puteri"] = "putri", ["smbr"] = "sumber", ["sumbr"] = "sumber", ["jhon"] = "john", ["sary"] = "sari", ["chahaya"] = "cahaya", ["cahya"] = "cahaya", ["sentausa"] = "sentosa",
    };

    /// <summary>The name of one cell; <paramref name="places"/> are the district and subdistrict of the row, which lists put behind the name.</summary>
    public static BusinessName Read(string cell, params ReadOnlySpan<Place> places)
    {
        var words = Words.Of(cell.Replace("r.m.", "rm ", StringComparison.OrdinalIgnoreCase).Replace("w.m.", "wm ", StringComparison.OrdinalIgnoreCase).Replace("u.d.", "ud ", StringComparison.OrdinalIgnoreCase)
            .Replace("k.t.", "kt ", StringComparison.OrdinalIgnoreCase).Replace("r.p.", "rp ", StringComparison.OrdinalIgnoreCase).Replace("p.d.", "pd ", StringComparison.OrdinalIgnoreCase));
        if (words.Length == 0 || Nothing.Contains(string.Join(' ', words)))
        {
            return BusinessName.None;
        }

        var own = new List<Part>(3);
        var kinds = new List<string>(2);
        var products = new List<string>(2);
        var line = "";
        for (var i = 0; i < words.Length; i++)
        {
            var (kind, taken) = KindAt(words, i);
            if (kind is { } known)
            {
                line = line.Length == 0 || known.Kind is not ("shop" or "warung" or "dapur") ? known.Line : line;
                if (!kinds.Contains(known.Kind))
                {
                    kinds.Add(known.Kind);
                }

                for (var word = i; word < i + taken; word++)
                {
                    products.Add(Words.Shared(Spelling.Key(words[word])));
                }

                i += taken - 1;
            }
            else if (!Forms.Contains(words[i]) && !Kinship.Contains(words[i]))
            {
                var word = Favourites.GetValueOrDefault(words[i], words[i]);
                own.Add(word == words[i] ? PersonNames.PartOf(word) : new(word, Words.Shared(Spelling.Key(word))));
            }
        }

        Unplace(own, places);
        return new([.. own], [.. kinds], [.. products], line);
    }

    // "Bunda Bandar Lampung" in Bandar Lampung is Bunda; "Malang Jaya" keeps its place, which is part of the name.
    private static void Unplace(List<Part> own, ReadOnlySpan<Place> places)
    {
        foreach (var place in places)
        {
            for (var from = own.Count - 1; !place.IsEmpty && from >= 1; from--)
            {
                if (string.Concat(own.Skip(from).Select(p => p.Text)) == place.Name)
                {
                    own.RemoveRange(from, own.Count - from);
                    break;
                }
            }
        }
    }

    private static ((string Kind, string Line, int Words)? Kind, int Taken) KindAt(string[] words, int at)
    {
        if (at + 1 < words.Length && Kinds.TryGetValue($"{words[at]} {words[at + 1]}", out var two))
        {
            return (two, 2);
        }

        return Kinds.TryGetValue(words[at], out var one) ? (one, 1) : (null, 0);
    }

    private static Dictionary<string, (string, string, int)> ReadKinds()
    {
        var kinds = new Dictionary<string, (string, string, int)>(StringComparer.Ordinal);
        foreach (var row in Words.Table("kinds.tsv"))
        {
            foreach (var written in row[2].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                kinds.TryAdd(written, (row[0], row[1], written.Count(c => c == ' ') + 1));
            }
        }

        return kinds;
    }
}

using System.Collections.Immutable;

namespace Linkage.Standardising;

/// <summary>One part of a name: as it is compared by eye, and by its sound.</summary>
public sealed record Part(string Text, string Key)
{
    /// <summary>A single letter, which stands for any name that begins with it.</summary>
    public bool IsInitial => Text.Length == 1;
}

/// <summary>A person's name as it is compared: the parts in their order, and what people call the person besides.</summary>
public sealed record PersonName(ImmutableArray<Part> Parts, ImmutableArray<Part> Nicknames)
{
    /// <summary>All parts in one, for names that are written together in one list and apart in another.</summary>
    public string Joined { get; } = Words.Shared(string.Concat(Parts.Select(p => p.Key)));

    /// <summary>Whether there is no name.</summary>
    public bool IsEmpty => Parts.Length == 0;
}

/// <summary>Reads the names of Indonesian persons: titles, degrees, "bin" and "alias", variants of one name, and Balinese birth orders.</summary>
public static class PersonNames
{
    private static readonly Dictionary<string, string> Variants = ReadVariants();
    private static readonly Recent<Part> Parts = new(15, word =>
    {
        var canonical = Words.Shared(Variants.GetValueOrDefault(word, word));
        return new(canonical, Words.Shared(Spelling.Key(canonical)));
    });

    private static readonly HashSet<string> Titles = new(
        ("bapak bpk bp pak ibu bu sdr sdri saudara saudari tn ny nn mas mbak mbk kak bang teh uda uni cak neng ning gus om tante mr mrs ms nyonya tuan "
        + "h hj haji hajjah kh ust ustadz ustad ustadzah drs dra dr drg ir prof apt ns bdn pdt").Split(' '), StringComparer.Ordinal);

    // "Contoh" is what sample rows carry behind their invented names.
    private static readonly HashSet<string> Degrees = new(
        ("se sh st sp spd skom ssos sip sag spsi sfarm skep skm ssi spt sgz sikom spdi sei shi mm msi mpd mh mt mkom mag mkes mba msc mak mhum meng amd amdkeb "
        + "contoh ba bsc beng phd sst spk cpa ked sked amdkep str").Split(' '), StringComparer.Ordinal);

    /// <summary>The name of one cell; empty where it holds no name.</summary>
    public static PersonName Read(string cell)
    {
        var nicknames = new List<Part>(1);
        var name = Aliases(cell.ToLowerInvariant(), nicknames);
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        var behind = comma >= 0 ? name[(comma + 1)..] : "";
        var raw = (comma >= 0 ? name[..comma] : name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var parts = new List<Part>(4);
        var begun = false;
        for (var i = 0; i < raw.Length; i++)
        {
            var bare = raw[i].Replace(".", "", StringComparison.Ordinal);
            var dotted = bare.Length < raw[i].Length;
            if (bare is "bin" or "binti" or "bt" && begun)
            {
                break;
            }

            if ((!begun && raw.Length - i > 1 && Titles.Contains(bare)) || (begun && Degrees.Contains(bare) && (dotted || bare.Length > 3)) || (!begun && bare is "i" or "ni" && raw.Length - i > 1))
            {
                continue;
            }

            foreach (var word in dotted && bare.Length > 3 && !Degrees.Contains(bare) ? Words.Of(raw[i]) : Words.Of(bare))
            {
                begun |= word.Length > 1;
                parts.Add(PartOf(word));
            }
        }

        // "Mariam, Siti" has a name behind the comma where others have their degree.
        foreach (var word in Words.Of(behind.Replace(".", "", StringComparison.Ordinal)))
        {
            if (word is "bin" or "binti")
            {
                break;
            }

            if (!Degrees.Contains(word) && !Titles.Contains(word) && word.Length > 3)
            {
                parts.Add(PartOf(word));
            }
        }

        return new([.. parts], [.. nicknames]);
    }

    /// <summary>One word of a name in the form it is compared in.</summary>
    public static Part PartOf(string word) => Parts.Of(word);

    // "Sugeng alias Geng", "Popon (Bu Iis)", "Pra a.k.a. Pranoadi".
    private static string Aliases(string name, List<Part> nicknames)
    {
        var open = name.IndexOf('(', StringComparison.Ordinal);
        if (open >= 0)
        {
            Add(name[(open + 1)..].TrimEnd(')', ' '));
            name = name[..open];
        }

        foreach (var mark in (ReadOnlySpan<string>)[" als ", " als. ", " alias ", " dikenal ", " panggilan "])
        {
            var at = name.IndexOf(mark, StringComparison.Ordinal);
            if (at > 0)
            {
                Add(name[(at + mark.Length)..]);
                name = name[..at];
            }
        }

        return name;

        void Add(string words) => nicknames.AddRange(Words.Of(words).Where(w => w.Length > 1 && !Titles.Contains(w)).Select(PartOf));
    }

    private static Dictionary<string, string> ReadVariants()
    {
        var variants = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in Words.Table("names.tsv"))
        {
            foreach (var variant in row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                variants.TryAdd(variant, row[0]);
            }
        }

        return variants;
    }
}

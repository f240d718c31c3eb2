using System.Diagnostics.CodeAnalysis;
using System.Text;
using Pulih.Registry.Contracts;
using Pulih.Registry.Words;

namespace Pulih.Registry.Regions;

/// <summary>Every key a region can be written by, folded and without spaces, and the regions it can mean.</summary>
internal sealed class RegionNames
{
    private readonly Dictionary<string, Region[]> regions;
    private readonly Dictionary<string, Region[]>.AlternateLookup<ReadOnlySpan<char>> bySpan;
    private readonly TypoIndex typos;
    private readonly string[] sorted;

    public RegionNames(IEnumerable<Region> all, Func<string, Region?> byCode)
    {
        var lists = new Dictionary<string, List<Region>>(16_384, StringComparer.Ordinal);
        foreach (var region in all)
        {
            foreach (var key in KeysOf(region))
            {
                Add(lists, key, region);
            }
        }

        foreach (var row in TableFile.Rows("Pulih.RegionAliases.tsv"))
        {
            foreach (var region in row[1].Split(' ').Select(c => byCode(c) ?? throw new InvalidOperationException($"The alias {row[0]} names no region: {c}.")))
            {
                Add(lists, row[0], region);
                Add(lists, Marker(region) + " " + row[0], region);
            }
        }

        regions = lists.ToDictionary(l => l.Key, l => l.Value.ToArray(), StringComparer.Ordinal);
        bySpan = regions.GetAlternateLookup<ReadOnlySpan<char>>();
        typos = new TypoIndex(regions.Keys);
        sorted = [.. regions.Keys.Order(StringComparer.Ordinal)];
    }

    public Spellings Spellings { get; } = Spellings.From(TableFile.Rows("Pulih.RegionSpellings.tsv"));

    public bool TryGet(ReadOnlySpan<char> key, [NotNullWhen(true)] out Region[]? found) => bySpan.TryGetValue(key, out found);

    /// <summary>The regions whose name is one or two slips from the typed one, or null.</summary>
    public Region[]? Near(ReadOnlySpan<char> typed)
    {
        var near = new List<string>();
        return typos.Nearest(typed, near) switch
        {
            < 0 => null,
            _ when near.Count == 1 => regions[near[0]],
            _ => [.. near.SelectMany(k => regions[k]).Distinct()],
        };
    }

    /// <summary>Regions whose name begins as typed, at most eleven.</summary>
    public List<Region> Beginning(ReadOnlySpan<char> typed)
    {
        var prefix = typed.ToString();
        var at = Array.BinarySearch(sorted, prefix, StringComparer.Ordinal);
        var found = new List<Region>();
        for (var i = at < 0 ? ~at : at; i < sorted.Length && found.Count <= RegionMatch.Most && sorted[i].StartsWith(prefix, StringComparison.Ordinal); i++)
        {
            found.AddRange(regions[sorted[i]].Where(r => r.Kind != RegionKind.Province && !found.Contains(r)));
        }

        return found;
    }

    private static string Marker(Region region) => region.Kind switch
    {
        RegionKind.Province => "prov",
        RegionKind.Kabupaten => "kab",
        RegionKind.Kota => "kota",
        _ => "kec",
    };

    private static IEnumerable<string> KeysOf(Region region)
    {
        yield return region.Name;
        yield return $"{Marker(region)} {region.Name}";
        if (region is Province province && province.OfficialName != province.Name)
        {
            yield return province.OfficialName;
        }

        // "Misool (Misool Utara)", "Konda/Kondaga": people write one of the two.
        if (region.Name.IndexOfAny(['(', '/']) is > 0 and var cut)
        {
            yield return region.Name[..cut];
            yield return region.Name[(cut + 1)..];
        }
    }

    private void Add(Dictionary<string, List<Region>> lists, string name, Region region)
    {
        Span<char> chars = stackalloc char[FoldedText.MostChars];
        Span<Word> words = stackalloc Word[FoldedText.MostWords];
        var folded = FoldedText.Read(name, Spellings, chars, words);
        var key = folded.Key(0, folded.Count).ToString();
        var list = lists.TryGetValue(key, out var known) ? known : lists[key] = [];
        if (!list.Contains(region))
        {
            list.Add(region);
        }
    }
}

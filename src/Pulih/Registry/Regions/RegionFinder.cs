using Pulih.Registry.Contracts;
using Pulih.Registry.Words;

namespace Pulih.Registry.Regions;

/// <summary>Turns what a person typed into the regions that explain the most of it.</summary>
internal sealed class RegionFinder(IRegions table, RegionNames names)
{
    public RegionMatch Find(ReadOnlySpan<char> typed)
    {
        Span<char> chars = stackalloc char[FoldedText.MostChars];
        Span<Word> words = stackalloc Word[FoldedText.MostWords];
        var text = FoldedText.Read(typed, names.Spellings, chars, words);
        if (text.Count == 0)
        {
            return RegionMatch.Nothing;
        }

        var mentions = Mention.In(text, names);
        if (mentions.Count > 0)
        {
            return Answer(Best(mentions));
        }

        var begun = text[0].Length >= 4 ? names.Beginning(text.Key(0, text[0].Segment == text[text.Count - 1].Segment ? text.Count : 1)) : [];
        return begun.Count == 0 ? RegionMatch.Nothing : Choice(begun);
    }

    private RegionMatch Answer(List<Region> best)
    {
        if (best is [Province only])
        {
            var inside = table.Within(only);
            return inside.Count > RegionMatch.Most ? new RegionMatch { TooWide = only } : Choice(inside);
        }

        return best.Count == 1 ? new RegionMatch { One = best[0] } : Choice(WithoutProvinces(best));
    }

    // "Jogja" is a kota and a province: the kota comes first, the province stands for what else lies in it while there is room.
    private List<Region> WithoutProvinces(List<Region> best)
    {
        var choice = best.Where(r => r.Kind != RegionKind.Province).ToList();
        foreach (var other in best.OfType<Province>().SelectMany(table.Within))
        {
            if (choice.Count < RegionMatch.Most && !choice.Exists(r => r.IsWithin(other)))
            {
                choice.Add(other);
            }
        }

        return choice;
    }

    private static RegionMatch Choice(IReadOnlyList<Region> regions) => regions.Count == 1
        ? new RegionMatch { One = regions[0] }
        : new RegionMatch { Several = [.. regions.Take(RegionMatch.Most)], More = regions.Count > RegionMatch.Most };

    private static List<Region> Best(List<Mention> mentions)
    {
        var best = new List<Region>();
        var top = 0;
        foreach (var mention in mentions)
        {
            foreach (var region in mention.Regions)
            {
                var score = Score(region, mentions);
                if (score < top || best.Contains(region))
                {
                    continue;
                }

                if (score > top)
                {
                    best.Clear();
                    top = score;
                }

                best.Add(region);
            }
        }

        // "Indramayu" is a kabupaten and a kecamatan in it: the wider one is true in either case.
        best.RemoveAll(r => r.Parent is { Kind: not RegionKind.Province } parent && best.Contains(parent));
        best.Sort((a, b) => Depth(a) != Depth(b) ? Depth(a) - Depth(b) : string.CompareOrdinal(a.Code, b.Code));
        return best;
    }

    /// <summary>How many mentions the region or what it lies in explains; "jombang, jombang" speaks for the kecamatan.</summary>
    private static int Score(Region region, List<Mention> mentions)
    {
        int explained = 0, named = 0;
        foreach (var mention in mentions)
        {
            explained += Array.Exists(mention.Regions, region.IsWithin) ? 1 : 0;
        }

        for (var part = region; part is not null; part = part.Parent)
        {
            named += mentions.Exists(m => Array.IndexOf(m.Regions, part) >= 0) ? 1 : 0;
        }

        return explained * 10 + Math.Min(named, mentions.Count);
    }

    private static int Depth(Region region) => region.Kind switch { RegionKind.Province => 2, RegionKind.Kabupaten or RegionKind.Kota => 0, _ => 1 };
}

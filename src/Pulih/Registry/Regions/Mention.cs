using Pulih.Registry.Contracts;
using Pulih.Registry.Words;

namespace Pulih.Registry.Regions;

/// <summary>A part of a typed place that names regions: "kediri" is two kota or kabupaten and two kecamatan.</summary>
internal sealed record Mention(Region[] Regions, bool Guessed)
{
    private const int LongestName = 6, Most = 6;

    /// <summary>Reads a folded text from the left, the longest known name first, a slip of the finger where nothing is known.</summary>
    public static List<Mention> In(FoldedText text, RegionNames names)
    {
        var mentions = new List<Mention>(4);
        for (var first = 0; first < text.Count && mentions.Count < Most;)
        {
            var end = first + 1;
            while (end < text.Count && text[end].Segment == text[first].Segment)
            {
                end++;
            }

            ReadSegment(text, first, end, names, mentions);
            first = end;
        }

        return mentions;
    }

    private static void ReadSegment(FoldedText text, int first, int end, RegionNames names, List<Mention> mentions)
    {
        var before = mentions.Count;
        if (ReadExact(text, first, end, names, mentions))
        {
            return;
        }

        // "bandung baratt": one slip in the whole says more than the part of it that is spelt well.
        if (end - first is > 1 and <= LongestName && names.Near(text.Key(first, end - first)) is { } whole)
        {
            mentions.RemoveRange(before, mentions.Count - before);
            mentions.Add(new Mention(whole, Guessed: true));
        }
    }

    /// <summary>True when every word found its place without a guess.</summary>
    private static bool ReadExact(FoldedText text, int first, int end, RegionNames names, List<Mention> mentions)
    {
        var all = true;
        while (first < end && mentions.Count < Most)
        {
            var taken = TakeKnown(text, first, end, names, mentions);
            if (taken == 0 && text[first].Marker)
            {
                taken = 2;
            }

            if (taken == 0)
            {
                all = false;
                taken = TakeGuessed(text, first, end, names, mentions);
            }

            first += Math.Max(1, taken);
        }

        return all;
    }

    private static int TakeKnown(FoldedText text, int first, int end, RegionNames names, List<Mention> mentions)
    {
        for (var count = Math.Min(LongestName, end - first); count > 0; count--)
        {
            if (names.TryGet(text.Key(first, count), out var found))
            {
                mentions.Add(new Mention(found, Guessed: false));
                return count;
            }
        }

        return 0;
    }

    private static int TakeGuessed(FoldedText text, int first, int end, RegionNames names, List<Mention> mentions)
    {
        for (var count = Math.Min(3, end - first); count > 0; count--)
        {
            if (names.Near(text.Key(first, count)) is { } near)
            {
                mentions.Add(new Mention(near, Guessed: true));
                return count;
            }
        }

        return 0;
    }
}

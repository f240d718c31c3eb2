using System.Globalization;

namespace Pulih.Platform.Web.Charts;

/// <summary>Turns counts into positions along one axis, so that bars of different kinds can be compared by eye.</summary>
public readonly record struct Scale
{
    private readonly decimal max;

    private Scale(long largest) => max = largest;

    /// <summary>A scale on which the largest of the counts ends a little before the edge, to leave its line visible.</summary>
    public static Scale For(params IEnumerable<long> counts) => new(Math.Max(1, counts.DefaultIfEmpty(0).Max()));

    /// <summary>A position as an SVG attribute: percent, with a point whatever the reader's language.</summary>
    public string At(long count) => Share(count).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    /// <summary>Where a text at this position must be anchored not to leave the picture.</summary>
    public string AnchorAt(long count) => Share(count) switch { < 18 => "", > 82 => "end", _ => "mid" };

    // Whatever is more than nothing can be seen.
    private decimal Share(long count) => count <= 0 ? 0 : Math.Clamp(count / max * 99m, .5m, 99m);
}

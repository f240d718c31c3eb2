namespace Pulih.Classes.Attendance;

/// <summary>A stretch of time, UTC, its end not included; empty when it ends before it begins.</summary>
internal readonly record struct Span(DateTime From, DateTime Until)
{
    public bool IsEmpty => Until <= From;

    /// <summary>The part that lies within another.</summary>
    public Span Within(Span other) => new(From > other.From ? From : other.From, Until < other.Until ? Until : other.Until);

    /// <summary>
    /// The stretches as few as they can be: what overlaps, touches, or is at most <paramref name="gap"/> apart becomes
    /// one. The order they come in does not matter, nor does it to bring one twice.
    /// </summary>
    public static IReadOnlyList<Span> Union(IEnumerable<Span> spans, TimeSpan gap = default)
    {
        var joined = new List<Span>();
        foreach (var span in spans.Where(s => !s.IsEmpty).OrderBy(s => s.From))
        {
            if (joined.Count > 0 && span.From - joined[^1].Until <= gap)
            {
                joined[^1] = joined[^1] with { Until = span.Until > joined[^1].Until ? span.Until : joined[^1].Until };
            }
            else
            {
                joined.Add(span);
            }
        }

        return joined;
    }
}

namespace Pulih.Platform.Language;

/// <summary>A month of fasting and the feast after it, by the ministry of religion's calendar. Sales and quiet times follow it; it comes some eleven days earlier each year.</summary>
/// <param name="Begins">The first day of fasting.</param>
/// <param name="Idulfitri">The first day of the feast; the day before it is the last of fasting.</param>
public sealed record Ramadan(DateOnly Begins, DateOnly Idulfitri)
{
    /// <summary>Those that are known: SKB Tiga Menteri until 2026; for 2027 the expected dates, to be put right when they are announced.</summary>
    public static readonly IReadOnlyList<Ramadan> All =
        [new(new(2024, 3, 12), new(2024, 4, 10)), new(new(2025, 3, 1), new(2025, 3, 31)), new(new(2026, 2, 18), new(2026, 3, 21)), new(new(2027, 2, 8), new(2027, 3, 10))];
}

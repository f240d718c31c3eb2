namespace Pulih.Programmes.Cohorts;

/// <summary>The fields of a cohort, as typed.</summary>
internal sealed class CohortInput
{
    public string? Code { get; set; }
    public string? Name { get; set; }
    public Guid? Partner { get; set; }
    public string? Courses { get; set; }
    public DateOnly? Starts { get; set; }
    public DateOnly? Ends { get; set; }

    /// <summary>The version the form was filled from; 0 for a new cohort.</summary>
    public int Version { get; set; }

    public static CohortInput From(Cohort cohort) => new()
    {
        Name = cohort.Name, Partner = cohort.PartnerId, Courses = cohort.Courses.Replace(",", ", ", StringComparison.Ordinal),
        Starts = cohort.Starts, Ends = cohort.Ends, Version = cohort.Version,
    };

    /// <summary>Only after the page's checks found nothing wrong.</summary>
    public CohortDetails Details() => new(Name!.Trim(), Partner!.Value, Codes(), Starts!.Value, Ends!.Value);

    public IReadOnlyList<string> Codes() =>
        [.. (Courses ?? "").Split([',', ' ', '\n', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];
}

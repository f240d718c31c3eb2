using Pulih.Platform.Web.Charts;

namespace Pulih.Programmes.Editing;

/// <summary>The fields a new and an existing programme have in common, as typed.</summary>
internal sealed class ProgrammeInput
{
    public string? Name { get; set; }
    public string? Organisers { get; set; }
    public DateOnly? Starts { get; set; }
    public DateOnly? Ends { get; set; }
    public List<string> Regions { get; set; } = [];

    /// <summary>The version the form was filled from.</summary>
    public int Version { get; set; }

    public static ProgrammeInput From(Programme programme) => new()
    {
        Name = programme.Name, Organisers = programme.Organisers, Starts = programme.Starts, Ends = programme.Ends,
        Regions = [.. programme.Regions.Split(',', StringSplitOptions.RemoveEmptyEntries)], Version = programme.Version,
    };

    public void Check(Checks checks)
    {
        checks.Filled("Input.Name", Name, 120);
        checks.Filled("Input.Organisers", Organisers, 200);
        checks.Period("Input.Starts", Starts, "Input.Ends", Ends);
    }

    /// <summary>Only after <see cref="Check"/> found nothing wrong.</summary>
    public ProgrammeDetails Details() =>
        new(Name!.Trim(), Organisers!.Trim(), Starts!.Value, Ends!.Value, [.. ProvinceTile.All.Select(p => p.Code).Intersect(Regions)]);
}

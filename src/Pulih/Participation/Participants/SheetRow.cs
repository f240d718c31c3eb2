using System.Globalization;
using Microsoft.Extensions.Localization;
using Pulih.Participation.Contracts;
using Pulih.Platform.Language;
using Pulih.Privacy.Contracts;

namespace Pulih.Participation.Participants;

/// <summary>A line of the sheet.</summary>
internal sealed class SheetRow
{
    /// <summary>Property, key of its title, width in characters.</summary>
    public static readonly IReadOnlyList<(string Property, string Title, double Width)> Columns =
    [
        (nameof(Name), "Name", 28), (nameof(Business), "Business", 28), (nameof(Phone), "Phone", 18), (nameof(Sector), "Sector", 22), (nameof(Place), "Place", 44),
        (nameof(Programme), "Programme", 24), (nameof(Cohort), "Cohort", 18), (nameof(Partner), "Partner", 24), (nameof(Source), "Came from", 16),
        (nameof(Stage), "Stage", 16), (nameof(Enrolled), "Registered on", 14), (nameof(LastActive), "Last active", 14),
    ];

    public required string Name { get; init; }
    public required string Business { get; init; }
    public required string Phone { get; init; }
    public required string Sector { get; init; }
    public required string Place { get; init; }
    public required string Programme { get; init; }
    public required string Cohort { get; init; }
    public required string Partner { get; init; }
    public required string Source { get; init; }
    public required string Stage { get; init; }
    public required string Enrolled { get; init; }
    public required string LastActive { get; init; }

    public static SheetRow Of(ParticipantRow row, Sight sight, Consents? consents, ListChoices choices, IStringLocalizer<Texts> text) => new()
    {
        Name = Harmless(sight.Name(row, consents)), Business = Harmless(row.BusinessName), Phone = Harmless(sight.Phone(row, consents)), Sector = Harmless(choices.Sector(row.SectorKey)),
        Place = Harmless(choices.Place(row.RegionCode)), Programme = Harmless(choices.Programme(row.ProgrammeId)), Cohort = Harmless(choices.Cohort(row.CohortId)),
        Partner = Harmless(choices.Partner(row.PartnerId)), Source = Harmless(row.Came), Stage = text["stage." + row.Stage],
        Enrolled = Formats.DayInWib(row.EnrolledAt).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), LastActive = row.LastActive.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    /// <summary>A spreadsheet takes a cell that begins like this for a formula; an apostrophe makes it words. The signs are those of OWASP's "CSV injection", with their full-width twins.</summary>
    public static string Harmless(string cell)
    {
        var visible = string.Concat(cell.Where(c => !char.IsControl(c)));
        return visible.TrimStart() is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..] ? "'" + visible : visible;
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Pulih.Programmes.Contracts;

namespace Pulih.Classes.Sessions;

/// <summary>The fields of a class, as typed; day and hours are in the chosen zone.</summary>
internal sealed class ClassInput
{
    /// <summary>The three zones of Indonesia, from west to east.</summary>
    public static readonly IReadOnlyList<string> Zones = ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"];

    private const int MostWeeks = 26;
    private const int MostMinutes = 12 * 60;

    public Guid? Programme { get; set; }
    public Guid? Cohort { get; set; }
    public string? Title { get; set; }
    public string? About { get; set; }
    public ClassKind Kind { get; set; }
    public string? Room { get; set; }
    public DateOnly? Day { get; set; }
    public string? From { get; set; }
    public string? Until { get; set; }
    public string? Zone { get; set; } = Zones[0];
    public int? Capacity { get; set; }
    public int? Needed { get; set; } = 45;
    public int? Forgiven { get; set; } = 5;

    /// <summary>How many weeks one after another it takes place; only for a new class.</summary>
    public int? Weeks { get; set; } = 1;

    /// <summary>The announcement the form was filled from; seats taken meanwhile do not matter to it.</summary>
    public int Sequence { get; set; }

    public static ClassInput Of(ClassSession session)
    {
        var (from, until) = (TimeZoneInfo.ConvertTimeFromUtc(session.StartsAt, session.TimeZone), TimeZoneInfo.ConvertTimeFromUtc(session.EndsAt, session.TimeZone));
        return new()
        {
            Programme = session.ProgrammeId, Cohort = session.CohortId, Title = session.Title, About = session.About, Kind = session.Kind, Room = session.Room,
            Day = DateOnly.FromDateTime(from), From = Hour(from), Until = Hour(until), Zone = session.Zone, Capacity = session.Capacity, Needed = session.NeededMinutes,
            Forgiven = session.ForgivenMinutes, Sequence = session.Sequence,
        };
    }

    /// <summary>What was typed as what a class is made of, week after week; null when something is wrong, which then stands beside its field.</summary>
    public IReadOnlyList<ClassDetails>? Read(ModelStateDictionary state, ProgrammeMap programmes, DateTime now, bool fresh, IStringLocalizer<Texts> text)
    {
        Check(string.IsNullOrWhiteSpace(Title) || Title.Length > 80, nameof(Title), "form.title");
        Check(About?.Length > 500, nameof(About), "form.about");
        var programme = programmes.ById(Programme ?? default);
        Check(programme is null, nameof(Programme), "form.programme");
        Check(Cohort is { } cohort && programme?.Cohorts.Any(c => c.Id == cohort) is not true, nameof(Cohort), "form.cohort");
        Check(Kind != ClassKind.InPerson && !IsHttps(Room), nameof(Room), "form.room");
        Check(Kind == ClassKind.InPerson && (string.IsNullOrWhiteSpace(Room) || Room.Length > 400), nameof(Room), "form.place");
        Check(Zone is null || !Zones.Contains(Zone, StringComparer.Ordinal), nameof(Zone), "form.zone");
        Check(Capacity is < 1 or > 100_000, nameof(Capacity), "form.capacity");
        Check(Weeks is < 1 or > MostWeeks && fresh, nameof(Weeks), "form.weeks");
        Check(Day is null, nameof(Day), "form.day");
        var (from, until) = (HourOf(From), HourOf(Until));
        Check(from is null, nameof(From), "form.hour");
        Check(until is null, nameof(Until), "form.hour");
        if (!state.IsValid)
        {
            return null;
        }

        // A class may end after midnight.
        var length = until!.Value - from!.Value; // Of two TimeOnly always forward, past midnight too.
        var zone = TimeZoneInfo.FindSystemTimeZoneById(Zone!);
        var starts = TimeZoneInfo.ConvertTimeToUtc(Day!.Value.ToDateTime(from.Value), zone);
        Check(length.TotalMinutes is < 10 or > MostMinutes, nameof(Until), "form.length");
        Check(starts + length <= now, nameof(Day), "form.past");
        Check(Needed is null || Needed < 0 || Needed > length.TotalMinutes, nameof(Needed), "form.needed");
        Check(Forgiven is null or < 0 or > 60, nameof(Forgiven), "form.forgiven");
        return state.IsValid ? [.. Enumerable.Range(0, fresh ? Weeks ?? 1 : 1).Select(week => Details(starts.AddDays(7 * week), length))] : null;

        void Check(bool wrong, string field, string sentence)
        {
            if (wrong && state.GetFieldValidationState($"Input.{field}") != ModelValidationState.Invalid)
            {
                state.AddModelError($"Input.{field}", text[sentence]);
            }
        }
    }

    private ClassDetails Details(DateTime starts, TimeSpan length) => new(
        Cohort, Title!.Trim(), About?.Trim() ?? "", Kind, Room!.Trim(), starts, starts + length, Zone!, Capacity, Needed!.Value, Forgiven!.Value);

    /// <summary>A whole https address that fits its column.</summary>
    public static bool IsHttps(string? address) =>
        address is { Length: <= 400 } && Uri.TryCreate(address.Trim(), UriKind.Absolute, out var read) && read.Scheme == Uri.UriSchemeHttps;

    /// <summary>19.30, 19:30 or 7.30: how an hour is typed here.</summary>
    private static TimeOnly? HourOf(string? typed) =>
        TimeOnly.TryParseExact(typed?.Trim().Replace('.', ':') ?? "", ["H:mm", "HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour) ? hour : null;

    private static string Hour(DateTime local) => local.ToString("HH:mm", CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Pulih.Classes.Attendance;

/// <summary>Reads moments and lengths as the reports of video tools write them.</summary>
internal static partial class ReportTimes
{
    private const int MostMilliseconds = 1_000;
    private static readonly string[] Dates = ["M/d/yyyy", "d/M/yyyy", "yyyy-M-d", "d-M-yyyy", "yyyy/M/d", "d.M.yyyy", "M/d/yy", "d/M/yy", "d MMM yyyy", "MMM d yyyy", "d MMMM yyyy", "MMMM d yyyy"];
    private static readonly string[] Hours = ["h:mm:ss tt", "h:mm tt", "H:mm:ss", "H:mm", "hh:mm:ss tt"];

    /// <summary>Every way a cell can be read as a moment, UTC; an hour without a date is of the day of <paramref name="begins"/> or of the next.</summary>
    public static IEnumerable<DateTime> Moments(string cell, DateTime begins, TimeZoneInfo zone)
    {
        var text = Spaces().Replace(IsoMark().Replace(cell, " ").Replace(',', ' ').Replace(" pukul ", " ", StringComparison.OrdinalIgnoreCase), " ").Trim();
        var parts = DateAndHour().Match(text);
        var hour = parts.Groups["hour"].Value.Replace('.', ':').ToUpperInvariant();
        if (!TimeOnly.TryParseExact(hour, Hours, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            yield break;
        }

        var first = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(begins, zone));
        var days = parts.Groups["date"].Value.Trim() is { Length: > 0 } date
            ? Dates.Select(f => DateOnly.TryParseExact(date, f, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null).OfType<DateOnly>().Distinct()
            : [first, first.AddDays(1)];
        foreach (var day in days)
        {
            yield return TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(time), zone);
        }
    }

    /// <summary>65, "1:05:12", "1 hr 5 min", "1 jam 5 menit", "65 min"; null for anything else.</summary>
    public static TimeSpan? Length(string cell)
    {
        var text = cell.Trim();
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var minutes))
        {
            return TimeSpan.FromMinutes(Math.Min(minutes, 24 * 60));
        }

        if (TimeSpan.TryParseExact(text, [@"h\:mm\:ss", @"hh\:mm\:ss", @"m\:ss"], CultureInfo.InvariantCulture, out var clock))
        {
            return clock;
        }

        var words = HoursAndMinutes().Match(text);
        return words.Success && words.Length > 0 ? new TimeSpan(Number(words.Groups["h"]), Number(words.Groups["m"]), Number(words.Groups["s"])) : null;

        static int Number(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;
    }

    [GeneratedRegex(@"(?<=\d)T(?=\d)", RegexOptions.None, MostMilliseconds)]
    private static partial Regex IsoMark();

    [GeneratedRegex(@"\s+", RegexOptions.None, MostMilliseconds)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(?<date>.*?)\s*(?<hour>\d{1,2}[:.]\d{2}([:.]\d{2})?(\s?[AaPp][Mm])?)(\s*(WIB|WITA|WIT|GMT.*|UTC.*|Z))?$", RegexOptions.ExplicitCapture, MostMilliseconds)]
    private static partial Regex DateAndHour();

    [GeneratedRegex(@"^((?<h>\d{1,2})\s*(h|hr|hrs|hour|hours|jam)\.?\s*)?((?<m>\d{1,3})\s*(m|min|mins|minute|minutes|menit|mnt)\.?\s*)?((?<s>\d{1,2})\s*(s|sec|detik|dtk)\.?)?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, MostMilliseconds)]
    private static partial Regex HoursAndMinutes();
}

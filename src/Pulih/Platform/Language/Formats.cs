using System.Globalization;

namespace Pulih.Platform.Language;

/// <summary>Numbers, dates and times as people write them in the current language; times are said in WIB.</summary>
public static class Formats
{
    // Western Indonesia keeps no summer time; the offset has been +7 since 1964.
    private static readonly TimeSpan Wib = TimeSpan.FromHours(7);

    public static string Number(long number) => number.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>Rp1.000.000 from hundredths of a rupiah, rounded to a whole one.</summary>
    public static string Rupiah(long sen) => "Rp" + Number((long)Math.Round(sen / 100m, MidpointRounding.AwayFromZero));

    /// <summary>Rp356,65 from hundredths of a rupiah.</summary>
    public static string RupiahAndSen(long sen) => "Rp" + (sen / 100m).ToString("N2", CultureInfo.CurrentCulture);

    /// <summary>A share as whole percent, rounded down so that 99.9 % never reads as reached; below one percent with a decimal, so that a beginning never reads as nothing.</summary>
    public static string Percent(long part, long whole)
    {
        if (whole <= 0)
        {
            return "–";
        }

        var percent = part * 100m / whole;
        return percent is > 0 and < 1
            ? Math.Max(.1m, Math.Floor(percent * 10) / 10).ToString("0.0", CultureInfo.CurrentCulture) + "%"
            : Number((long)Math.Floor(percent)) + "%";
    }

    public static string Date(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);

    public static string Date(DateTime utc) => Date(DayInWib(utc));

    public static string Month(DateOnly month) => month.ToString("MMMM yyyy", CultureInfo.CurrentCulture);

    public static string ShortMonth(DateOnly month) => month.ToString("MMM", CultureInfo.CurrentCulture);

    /// <summary>3 Agustus 2020 pukul 13.00 WIB.</summary>
    public static string Moment(DateTime utc)
    {
        var local = utc + Wib;
        var english = CultureInfo.CurrentCulture.TwoLetterISOLanguageName == "en";
        return local.ToString(english ? "d MMMM yyyy, HH:mm 'WIB'" : "d MMMM yyyy 'pukul' HH.mm 'WIB'", CultureInfo.CurrentCulture);
    }

    /// <summary>Sabtu, 28 November pukul 19.30 WITA: a moment as people in one of Indonesia's three zones say it.</summary>
    public static string InZone(DateTime utc, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(utc, zone);
        var english = CultureInfo.CurrentCulture.TwoLetterISOLanguageName == "en";
        return local.ToString(english ? "dddd, d MMMM, HH:mm" : "dddd, d MMMM 'pukul' HH.mm", CultureInfo.CurrentCulture) + " " + Zone(zone);
    }

    /// <summary>Sabtu, 28 November pukul 19.30–21.00 WITA; where it ends on another day, the hour alone says it.</summary>
    public static string InZone(DateTime utc, DateTime until, TimeZoneInfo zone)
    {
        var hour = TimeZoneInfo.ConvertTimeFromUtc(until, zone).ToString(CultureInfo.CurrentCulture.TwoLetterISOLanguageName == "en" ? "HH:mm" : "HH.mm", CultureInfo.CurrentCulture);
        var from = InZone(utc, zone);
        return $"{from[..from.LastIndexOf(' ')]}–{hour} {Zone(zone)}";
    }

    /// <summary>Sab 28 Nov 19.30: short enough for a button, with a number before it.</summary>
    public static string ShortInZone(DateTime utc, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTimeFromUtc(utc, zone).ToString(CultureInfo.CurrentCulture.TwoLetterISOLanguageName == "en" ? "ddd d MMM HH:mm" : "ddd d MMM HH.mm", CultureInfo.CurrentCulture);

    /// <summary>WIB, WITA or WIT.</summary>
    public static string Zone(TimeZoneInfo zone) => zone.BaseUtcOffset.Hours switch { 7 => "WIB", 8 => "WITA", _ => "WIT" };

    /// <summary>The calendar day on which a moment falls in western Indonesia: days and months are counted by it.</summary>
    public static DateOnly DayInWib(DateTime utc) => DateOnly.FromDateTime(utc + Wib);

    /// <summary>The first day of the month in which a moment falls in western Indonesia.</summary>
    public static DateOnly MonthInWib(DateTime utc)
    {
        var day = DayInWib(utc);
        return new(day.Year, day.Month, 1);
    }
}

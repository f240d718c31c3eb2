using System.Globalization;

namespace Pulih.Platform.Language;

/// <summary>Numbers, dates and times as people write them in the current language; times are said in WIB.</summary>
public static class Formats
{
    // Western Indonesia keeps no summer time; the offset has been +7 since 1964.
    private static readonly TimeSpan Wib = TimeSpan.FromHours(7);

    public static string Number(long number) => number.ToString("N0", CultureInfo.CurrentCulture);

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

    /// <summary>The calendar day on which a moment falls in western Indonesia: days and months are counted by it.</summary>
    public static DateOnly DayInWib(DateTime utc) => DateOnly.FromDateTime(utc + Wib);

    /// <summary>The first day of the month in which a moment falls in western Indonesia.</summary>
    public static DateOnly MonthInWib(DateTime utc)
    {
        var day = DayInWib(utc);
        return new(day.Year, day.Month, 1);
    }
}

using Pulih.Platform.Language;
using Pulih.Registry.Contracts;

namespace Pulih.Sending.Contracts;

/// <summary>
/// When people are left alone, in their own zone: at night, at prayer, on the great holidays. What the programme begins
/// by itself waits until then is over.
/// </summary>
public static class QuietTimes
{
    private const string Bali = "51";
    private static readonly TimeOnly Morning = new(8, 0);
    private static readonly TimeOnly Evening = new(20, 0);

    // Provinces where most people go to church on Sunday morning (BPS census 2020: East Nusa Tenggara, North Sulawesi, all of Papua).
    private static readonly HashSet<string> SundayMorning = ["53", "71", "91", "92", "93", "94", "95", "96", "97"];

    // SKB Tiga Menteri 2026; for 2027 the expected date, to be put right when it is announced.
    private static readonly DateOnly[] Nyepi = [new(2026, 3, 19), new(2027, 3, 8)];
    private const int TravelDays = 7;

    /// <summary>True when people of this province are to be left alone at this moment.</summary>
    public static bool IsQuiet(DateTime utc, Province province) => Next(utc, province) != utc;

    /// <summary>The first moment from this one on that is not quiet for people of this province.</summary>
    public static DateTime Next(DateTime utc, Province province)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(utc, province.TimeZone);
        while (End(local, province.Code) is { } end)
        {
            local = end;
        }

        return TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), province.TimeZone);
    }

    /// <summary>Where a quiet time that this moment lies in ends; null where it lies in none.</summary>
    private static DateTime? End(DateTime local, string province)
    {
        var (day, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        if (Ramadan.All.Any(r => day >= r.Idulfitri.AddDays(-TravelDays) && day <= r.Idulfitri.AddDays(TravelDays)) || (province == Bali && Nyepi.Contains(day)) || time >= Evening)
        {
            return day.AddDays(1).ToDateTime(Morning);
        }

        (TimeOnly From, TimeOnly To)[] quiet =
        [
            (TimeOnly.MinValue, Morning),
            .. day.DayOfWeek == DayOfWeek.Friday ? [(new TimeOnly(11, 30), new TimeOnly(13, 15))] : Array.Empty<(TimeOnly, TimeOnly)>(),
            .. day.DayOfWeek == DayOfWeek.Sunday && SundayMorning.Contains(province) ? [(Morning, new TimeOnly(12, 0))] : Array.Empty<(TimeOnly, TimeOnly)>(),
            .. Ramadan.All.Any(r => day >= r.Begins && day < r.Idulfitri) ? [(new TimeOnly(17, 0), new TimeOnly(19, 30))] : Array.Empty<(TimeOnly, TimeOnly)>(),
            (new(17, 45), new(18, 30)),
        ];
        foreach (var (from, to) in quiet)
        {
            if (time >= from && time < to)
            {
                return day.ToDateTime(to);
            }
        }

        return null;
    }
}

using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using Pulih.Registry.Contracts;
using Pulih.Sending.Contracts;

namespace Pulih.Sending.Broadcasts;

public sealed class QuietTimesTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private IRegions Regions => shared.App.Services.GetRequiredService<IRegions>();

    [Theory]
    [InlineData("32", "2026-11-24 14:00", "2026-11-24 14:00")] // an ordinary afternoon
    [InlineData("32", "2026-11-24 20:00", "2026-11-25 08:00")] // night
    [InlineData("32", "2026-11-24 05:10", "2026-11-24 08:00")]
    [InlineData("32", "2026-11-24 17:50", "2026-11-24 18:30")] // maghrib
    [InlineData("32", "2026-11-27 11:45", "2026-11-27 13:15")] // Friday prayer
    [InlineData("53", "2026-11-29 09:00", "2026-11-29 12:00")] // Sunday morning in Nusa Tenggara Timur
    [InlineData("32", "2026-11-29 09:00", "2026-11-29 09:00")] // and in Jawa Barat
    [InlineData("32", "2026-03-03 17:10", "2026-03-03 19:30")] // Ramadan
    [InlineData("91", "2026-03-15 10:00", "2026-03-29 12:00")] // the weeks around Idulfitri end on a Sunday
    [InlineData("51", "2027-03-08 10:00", "2027-03-18 08:00")]
    public void People_are_left_alone_at_night_at_prayer_and_on_great_holidays(string province, string local, string next)
    {
        var where = Regions.Provinces.Single(p => p.Code == province);
        DateTime Utc(string text) => TimeZoneInfo.ConvertTimeToUtc(DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture), where.TimeZone);
        QuietTimes.Next(Utc(local), where).ShouldBe(Utc(next));
    }

    [Fact]
    public void Whatever_the_moment_the_next_one_is_not_earlier_is_in_daytime_and_needs_no_other() =>
        Gen.Select(Gen.Int[0, 38 - 1], Gen.Int[0, 2 * 365 * 24 * 60]).Sample((p, minutes) =>
        {
            var province = Regions.Provinces[p];
            var at = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(minutes);
            var next = QuietTimes.Next(at, province);
            var hour = TimeZoneInfo.ConvertTimeFromUtc(next, province.TimeZone).TimeOfDay.TotalHours;
            return next >= at && hour is >= 8 and < 20 && QuietTimes.Next(next, province) == next;
        });
}

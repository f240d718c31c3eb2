using System.Globalization;

namespace Pulih.Platform.Language;

public sealed class FormatsTests
{
    [Theory]
    [InlineData("id-ID", "60.110", "3 Agustus 2020", "61%", "3 Agustus 2020 pukul 13.00 WIB")]
    [InlineData("en-GB", "60,110", "3 August 2020", "61%", "3 August 2020, 13:00 WIB")]
    public void Numbers_dates_and_times_read_as_people_write_them(string culture, string number, string date, string percent, string moment)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

        Formats.Number(60110).ShouldBe(number);
        Formats.Date(new DateOnly(2020, 8, 3)).ShouldBe(date);
        Formats.Percent(61, 100).ShouldBe(percent);
        Formats.Moment(new DateTime(2020, 8, 3, 6, 0, 0, DateTimeKind.Utc)).ShouldBe(moment);
    }

    [Fact]
    public void Almost_reached_is_not_shown_as_reached() => Formats.Percent(99_999, 100_000).ShouldBe("99%");

    [Theory]
    [InlineData(0, "0%")]
    [InlineData(1, "0,1%")]
    [InlineData(204, "0,2%")]
    [InlineData(1_999, "1%")]
    public void A_beginning_is_not_shown_as_nothing(long part, string percent)
    {
        CultureInfo.CurrentCulture = Cultures.Indonesian;
        Formats.Percent(part, 100_000).ShouldBe(percent);
    }

    [Fact]
    public void The_last_hours_of_a_month_in_UTC_belong_to_the_next_month_in_Jakarta() =>
        Formats.MonthInWib(new DateTime(2026, 7, 31, 17, 0, 0, DateTimeKind.Utc)).ShouldBe(new DateOnly(2026, 8, 1));
}

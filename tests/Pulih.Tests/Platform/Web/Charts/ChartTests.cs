using CsCheck;

namespace Pulih.Platform.Web.Charts;

public sealed class ChartTests
{
    [Fact]
    public void All_38_provinces_have_a_square_of_their_own()
    {
        ProvinceTile.All.Count.ShouldBe(38);
        ProvinceTile.All.Select(t => (t.Column, t.Row)).Distinct().Count().ShouldBe(38);
        ProvinceTile.All.Select(t => t.Code).Distinct().Count().ShouldBe(38);
        ProvinceTile.All.Select(t => t.Label).Distinct().Count().ShouldBe(38);
    }

    [Fact]
    public void More_businesses_are_never_paler() =>
        Gen.Select(Gen.Long[1, 10_000_000], Gen.Long[0, 10_000_000], Gen.Long[0, 10_000_000]).Sample((max, a, b) =>
        {
            var shades = Shades.For(max);
            return shades.Of(Math.Min(a, b)) <= shades.Of(Math.Max(a, b));
        });

    [Fact]
    public void One_business_is_seen_and_the_most_are_darkest() =>
        Gen.Long[1, 10_000_000].Sample(max =>
        {
            var shades = Shades.For(max);
            return shades.Of(0) == 0 && shades.Of(1) > 0 && shades.Of(max) == 5;
        });

    [Fact]
    public void Borders_between_shades_are_round_numbers() => Shades.For(11_240).Starts.ShouldBe([1, 200, 1000, 2000, 5000]);

    [Theory]
    [InlineData(0, "0%", "")]
    [InlineData(60_110, "59.51%", "mid")]
    [InlineData(100_000, "99%", "end")]
    public void A_position_on_the_bar_follows_the_largest_count(long count, string position, string anchor)
    {
        var scale = Scale.For(60_110, 100_000, 85_000);

        scale.At(count).ShouldBe(position);
        scale.AnchorAt(count).ShouldBe(anchor);
    }

    [Fact]
    public void An_empty_programme_has_a_scale() => Scale.For().At(0).ShouldBe("0%");

    [Fact]
    public void A_month_with_one_business_among_thousands_still_has_a_bar() => MonthBars.Height(1, 12_900).ShouldBe(2);

    [Fact]
    public void Bars_are_as_high_as_their_share() => MonthBars.Height(50, 100).ShouldBe(63);
}

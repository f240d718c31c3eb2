using CsCheck;
using SkiaSharp;

namespace Pulih.Market.Products;

/// <summary>Names, prices and photos as owners give them.</summary>
public sealed class ProductWordsTests
{
    [Theory]
    [InlineData("15rb", 15_000)]
    [InlineData("Rp15.000,-", 15_000)]
    [InlineData("15.000", 15_000)]
    [InlineData("dua puluh lima ribu", 25_000)]
    [InlineData("1,5 jt", 1_500_000)]
    [InlineData("99.999.999", 99_999_999)]
    public void A_price_is_read_as_it_was_meant(string typed, long rupiah) => ProductPrice.Of(typed).ShouldBe(new ProductPrice(rupiah, null));

    [Theory]
    [InlineData("0", "price.free")]
    [InlineData("gratis", "price.free")]
    [InlineData("Rp 0,-", "price.free")]
    [InlineData("15", "price.low")]
    [InlineData("1 miliar", "price.high")]
    [InlineData("1.000.000.000", "price.high")]
    [InlineData("10rb kopi, 15rb teh, 20rb nasi", "price.several")]
    [InlineData("10-15rb", "price.several")]
    [InlineData("nego", "price.unclear")]
    [InlineData("", "price.unclear")]
    public void Or_it_is_said_why_it_is_none(string typed, string refusal) => ProductPrice.Of(typed).Refusal.ShouldBe(refusal);

    [Theory]
    [InlineData("<script>", "name.signs")]
    [InlineData("kue", null)]
    [InlineData("ab", "name.short")]
    [InlineData("12345", "name.short")]
    [InlineData("https://toko.contoh.invalid", "name.link")]
    public void A_name_is_plain_words(string typed, string? refusal) => ProductName.Of(typed).Refusal.ShouldBe(refusal);

    [Fact]
    public void Whatever_is_typed_gives_a_name_and_a_price_in_bounds_or_a_reason() => Gen.Select(Gen.String[0, 200], Gen.String[Gen.Char["0123456789.,-rbjtp gatis"], 0, 40]).Sample((name, price) =>
    {
        var read = ProductName.Of(name);
        (read.Refusal is not null || (read.Text.Length is >= 3 and <= ProductName.Longest && !read.Text.Contains('<') && !read.Text.Any(char.IsControl))).ShouldBeTrue();
        var cost = ProductPrice.Of(price);
        (cost.Refusal is not null || cost.Rupiah is >= ProductPrice.Least and < ProductPrice.Most).ShouldBeTrue();
    }, iter: 1_000);

    [Fact]
    public void A_photo_is_cut_square_lightened_and_light_and_what_is_none_is_refused()
    {
        var dark = LightPhoto.Of(MarketWorld.Photo(1_400, 900, new SKColor(30, 30, 30)))!;
        dark.Large.Length.ShouldBeLessThanOrEqualTo(100 * 1_024);
        using var large = SKBitmap.Decode(dark.Large);
        (large.Width, large.Height).ShouldBe((large.Width, large.Width));
        large.GetPixel(5, 5).Red.ShouldBeGreaterThan((byte)40, "dark photos are lightened");
        using var small = SKBitmap.Decode(dark.Small);
        small.Width.ShouldBe(LightPhoto.SmallSide);
        dark.Small.Length.ShouldBeLessThanOrEqualTo(20 * 1_024);
        LightPhoto.Of(MarketWorld.Photo(400, 300))!.Side.ShouldBe(300);
        LightPhoto.Of("%PDF-1.7 not a photo"u8.ToArray()).ShouldBeNull();
    }
}

using SkiaSharp;

namespace Pulih.Proof.Certificates.Print;

public sealed class PngSheetTests
{
    [Fact]
    public void The_picture_has_the_size_of_a_chat_and_costs_little_data()
    {
        var png = PngSheet.Render(Layout.Of(Sample.Of()));

        png.Length.ShouldBeLessThanOrEqualTo(100_000);
        using var picture = SKBitmap.Decode(png);
        (picture.Width, picture.Height).ShouldBe((1200, 848));
    }

    [Fact]
    public void The_code_in_the_picture_is_made_of_whole_pixels()
    {
        var sheet = Layout.Of(Sample.Of());
        using var picture = SKBitmap.Decode(PngSheet.Render(sheet));
        var scale = PngSheet.Width / Sheet.Width;
        var (left, top, side) = ((int)Math.Round(sheet.Code.X * scale), (int)Math.Round(sheet.Code.Y * scale), (int)Math.Round(sheet.Code.Side * scale));

        (side % 3).ShouldBe(0);
        for (var y = 0; y < side; y += 3)
        {
            for (var x = 0; x < side; x += 3)
            {
                var corner = picture.GetPixel(left + x, top + y);
                picture.GetPixel(left + x + 2, top + y + 2).ShouldBe(corner, $"module at {x}, {y}");
            }
        }
    }

    [Fact]
    public void Two_names_give_two_pictures() =>
        PngSheet.Render(Layout.Of(Sample.Of("Sri"))).ShouldNotBe(PngSheet.Render(Layout.Of(Sample.Of("Siti"))));
}

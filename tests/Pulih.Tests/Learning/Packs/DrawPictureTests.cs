using System.Text;
using SkiaSharp;

namespace Pulih.Learning.Packs;

public sealed class DrawPictureTests
{
    [Fact]
    public void A_drawing_becomes_a_png_800_wide_in_its_own_colours()
    {
        var png = DrawPicture.AsPng(Encoding.UTF8.GetBytes(SamplePack.Files()["pictures/jendela.svg"]));
        using var bitmap = SKBitmap.Decode(png);
        (bitmap.Width, bitmap.Height).ShouldBe((800, 450));
        bitmap.GetPixel(400, 225).ShouldBe(new SKColor(0xE0, 0x9A, 0x12));
        bitmap.GetPixel(5, 5).ShouldBe(new SKColor(0xFB, 0xEF, 0xD5));
        png.Length.ShouldBeLessThan(20_000);
    }

    [Fact]
    public void A_drawing_full_of_detail_is_sent_smaller_so_that_it_stays_light()
    {
        var random = new Random(1);
        var dots = string.Concat(Enumerable.Range(0, 1_500).Select(_ =>
            $"<circle cx=\"{random.Next(320)}\" cy=\"{random.Next(180)}\" r=\"{random.Next(1, 4)}\" fill=\"#{random.Next(0x1000000):x6}\"/>"));
        var png = DrawPicture.AsPng(Encoding.UTF8.GetBytes($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 320 180\">{dots}</svg>"));
        using var bitmap = SKBitmap.Decode(png);
        bitmap.Width.ShouldBeLessThan(800);
    }
}

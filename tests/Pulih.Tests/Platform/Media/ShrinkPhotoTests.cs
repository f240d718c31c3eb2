using Pulih.Learning.Packs;
using SkiaSharp;

namespace Pulih.Platform.Media;

public sealed class ShrinkPhotoTests
{
    [Theory]
    [InlineData(4_000, 3_000)]
    [InlineData(600, 4_000)]
    [InlineData(40, 30)]
    public void Any_photo_becomes_a_light_JPEG_that_a_pack_may_hold(int width, int height)
    {
        var small = ShrinkPhoto.Of(Noise(width, height))!;
        small.Length.ShouldBeLessThanOrEqualTo(PackLimits.PictureBytes);
        var size = PackPictures.SizeOf("foto.jpg", small);
        Math.Max(size.Width, size.Height).ShouldBeLessThanOrEqualTo(PackLimits.PhotoSide);
        ((double)size.Width / size.Height).ShouldBe((double)width / height, 0.05);
    }

    [Theory]
    [InlineData("%PDF-1.7 not a photo")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("")]
    public void What_is_no_photo_is_refused(string content) => ShrinkPhoto.Of(System.Text.Encoding.UTF8.GetBytes(content)).ShouldBeNull();

    [Fact]
    public void Nothing_of_the_file_it_came_in_is_left()
    {
        // A program behind the picture, as uploads are misused.
        var small = ShrinkPhoto.Of([.. Noise(200, 200), .. "<script>alert(1)</script>"u8])!;
        small.AsSpan().IndexOf("<script>"u8).ShouldBe(-1);
    }

    private static byte[] Noise(int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        var chance = new Random(1);
        for (var y = 0; y < height; y += 2)
        {
            for (var x = 0; x < width; x += 2)
            {
                bitmap.SetPixel(x, y, new((byte)chance.Next(256), (byte)chance.Next(256), (byte)chance.Next(256)));
            }
        }

        using var png = bitmap.Encode(SKEncodedImageFormat.Jpeg, 95);
        return png.ToArray();
    }
}

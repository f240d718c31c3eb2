using SkiaSharp;

namespace Pulih.Platform.Media;

/// <summary>Makes any photo a JPEG of at most 100 KB: drawn anew, so nothing of the file it came in is left, its place and camera neither.</summary>
public static class ShrinkPhoto
{
    /// <summary>The heaviest it gives.</summary>
    public const int MostBytes = 100 * 1_024;

    /// <summary>At most so many pixels wide and high; more no phone shows.</summary>
    public const int MostSide = 1_280;

    private const long MostPixels = 80_000_000; // A phone's largest; more would cost hundreds of megabytes to unpack.
    private static readonly int[] Sides = [MostSide, 1_024, 800, 640, 480];
    private static readonly int[] Qualities = [82, 70, 58];

    /// <summary>The photo, or null when the bytes are none that can be read.</summary>
    public static byte[]? Of(byte[] file)
    {
        using var codec = SKCodec.Create(new SKMemoryStream(file));
        if (codec is null || (long)codec.Info.Width * codec.Info.Height is 0 or > MostPixels)
        {
            return null;
        }

        using var whole = SKBitmap.Decode(codec, new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        if (whole is null)
        {
            return null;
        }

        byte[] jpeg = [];
        foreach (var side in Sides)
        {
            using var drawn = Drawn(whole, codec.EncodedOrigin, side);
            foreach (var quality in Qualities)
            {
                using var written = drawn.Encode(SKEncodedImageFormat.Jpeg, quality);
                jpeg = written.ToArray();
                if (jpeg.Length <= MostBytes)
                {
                    return jpeg;
                }
            }
        }

        return jpeg;
    }

    private static SKImage Drawn(SKBitmap whole, SKEncodedOrigin origin, int side)
    {
        // Phones write photos lying and say in the file how they are to be turned.
        var turns = origin switch { SKEncodedOrigin.RightTop => 90, SKEncodedOrigin.BottomRight => 180, SKEncodedOrigin.LeftBottom => 270, _ => 0 };
        var (width, height) = turns is 90 or 270 ? (whole.Height, whole.Width) : (whole.Width, whole.Height);
        var scale = Math.Min(1f, side / (float)Math.Max(width, height));
        var (w, h) = (Math.Max(1, (int)(width * scale)), Math.Max(1, (int)(height * scale)));
        using var surface = SKSurface.Create(new SKImageInfo(w, h, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var canvas = surface.Canvas;
        canvas.Clear(SKColors.White);
        canvas.Translate(w / 2f, h / 2f);
        canvas.RotateDegrees(turns);
        canvas.Scale(scale);
        canvas.Translate(-whole.Width / 2f, -whole.Height / 2f);
        using var image = SKImage.FromBitmap(whole);
        canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKCubicResampler.Mitchell));
        return surface.Snapshot();
    }
}

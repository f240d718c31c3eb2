using Pulih.Platform.Media;
using SkiaSharp;

namespace Pulih.Market.Products;

/// <summary>A product's photo as it is shown: cut to its middle square, lightened where it is dark, in two sizes.</summary>
/// <param name="Large">JPEG of at most 100 KB.</param>
/// <param name="Small">JPEG for lists.</param>
/// <param name="Side">How many pixels the square has that was cut out; the platforms want 500.</param>
internal sealed record LightPhoto(byte[] Large, byte[] Small, int Side)
{
    /// <summary>The least the platforms' catalogues take (Meta, product image).</summary>
    public const int LeastSide = 500;

    public const int SmallSide = 320;
    private const int LargeSide = 1_080;
    private const double Bright = 118; // of 255: where the middle of a well-lit photo lies
    private const double MostLift = 1.6;
    private static readonly int[] Qualities = [84, 74, 64, 54];

    /// <summary>Null when the bytes are no photo.</summary>
    public static LightPhoto? Of(byte[] file)
    {
        // Turned upright, without the file's own data, and small enough to work with.
        if (ShrinkPhoto.Of(file) is not { } upright)
        {
            return null;
        }

        using var whole = SKBitmap.Decode(upright);
        var side = Math.Min(whole.Width, whole.Height);
        var square = SKRectI.Create((whole.Width - side) / 2, (whole.Height - side) / 2, side, side);
        var lift = Math.Clamp(Bright / Math.Max(1, Brightness(whole, square)), 1, MostLift);
        return new(Jpeg(whole, square, Math.Min(side, LargeSide), lift, ShrinkPhoto.MostBytes), Jpeg(whole, square, Math.Min(side, SmallSide), lift, 20 * 1_024), side);
    }

    private static byte[] Jpeg(SKBitmap whole, SKRectI square, int side, double lift, int most)
    {
        using var surface = SKSurface.Create(new SKImageInfo(side, side, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var image = SKImage.FromBitmap(whole);
        var l = (float)lift;
        using var light = SKColorFilter.CreateColorMatrix([l, 0, 0, 0, 0, 0, l, 0, 0, 0, 0, 0, l, 0, 0, 0, 0, 0, 1, 0]);
        using var paint = new SKPaint { ColorFilter = lift > 1.02 ? light : null };
        surface.Canvas.DrawImage(image, square, SKRect.Create(side, side), new SKSamplingOptions(SKCubicResampler.Mitchell), paint);
        using var drawn = surface.Snapshot();
        byte[] jpeg = [];
        foreach (var quality in Qualities)
        {
            using var written = drawn.Encode(SKEncodedImageFormat.Jpeg, quality);
            jpeg = written.ToArray();
            if (jpeg.Length <= most)
            {
                break;
            }
        }

        return jpeg;
    }

    // The mean of a grid of pixels, weighted as eyes see (ITU-R BT.601).
    private static double Brightness(SKBitmap bitmap, SKRectI square)
    {
        var (sum, count) = (0.0, 0);
        var step = Math.Max(1, square.Width / 48);
        for (var y = square.Top; y < square.Bottom; y += step)
        {
            for (var x = square.Left; x < square.Right; x += step)
            {
                var c = bitmap.GetPixel(x, y);
                (sum, count) = (sum + (.299 * c.Red) + (.587 * c.Green) + (.114 * c.Blue), count + 1);
            }
        }

        return sum / count;
    }
}

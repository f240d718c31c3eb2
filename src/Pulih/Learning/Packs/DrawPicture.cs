using SkiaSharp;
using Svg.Skia;

namespace Pulih.Learning.Packs;

/// <summary>Draws a pack's SVG as the PNG that chat can show.</summary>
internal static class DrawPicture
{
    // A drawing that is too heavy at full width is sent smaller rather than not at all; PackPictureHeavy tells its author.
    private static readonly int[] Widths = [PackLimits.PictureWidth, 640, 480];

    public static byte[] AsPng(byte[] svg)
    {
        using var drawing = new SKSvg();
        using var source = new MemoryStream(svg, writable: false);
        var picture = drawing.Load(source) ?? throw new InvalidOperationException("The drawing has nothing to show.");
        byte[] png = [];
        foreach (var width in Widths)
        {
            png = AsPng(picture, width);
            if (png.Length <= PackLimits.PictureBytes)
            {
                break;
            }
        }

        return png;
    }

    private static byte[] AsPng(SKPicture picture, int width)
    {
        var from = picture.CullRect;
        var scale = width / from.Width;
        using var bitmap = new SKBitmap(new SKImageInfo(width, (int)Math.Ceiling(from.Height * scale), SKColorType.Rgb888x, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(bitmap);

        // Dark chats would swallow dark lines on a see-through ground.
        canvas.Clear(SKColors.White);
        canvas.Scale(scale);
        canvas.Translate(-from.Left, -from.Top);
        canvas.DrawPicture(picture);
        canvas.Flush();
        using var pixels = bitmap.PeekPixels();
        using var png = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.AllFilters, zLibLevel: 9))
            ?? throw new InvalidOperationException("The drawing could not be written as PNG.");
        return png.ToArray();
    }
}

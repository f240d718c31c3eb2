using Pulih.Platform.Print;
using SkiaSharp;

namespace Pulih.Proof.Certificates.Print;

/// <summary>The certificate as a picture for the chat.</summary>
internal static class PngSheet
{
    public const int Width = 1200;
    public const int Height = 848;
    private const double Scale = Width / Sheet.Width;

    // Flat colours and repeats press best unfiltered; the encoder is most of the time, and higher levels triple it for a tenth of the size.
    private static readonly SKPngEncoderOptions Quick = new(SKPngEncoderFilterFlags.None, 6);

    private static readonly byte[] Reds = Shades(Ink.Paper.R);
    private static readonly byte[] Greens = Shades(Ink.Paper.G);
    private static readonly byte[] Blues = Shades(Ink.Paper.B);

    private static readonly Lazy<SKImage> Ground = new(PaintGround);

    public static double Points(int pixels) => pixels / Scale;

    /// <summary>The nearest point that falls on a whole pixel.</summary>
    public static double OnPixel(double points) => Math.Round(points * Scale) / Scale;

    public static byte[] Render(Sheet sheet)
    {
        using var surface = NewSurface();
        surface.Canvas.DrawImage(Ground.Value, 0, 0, SKSamplingOptions.Default);
        surface.Canvas.Scale((float)Scale);
        foreach (var mark in sheet.Texts)
        {
            Write(surface.Canvas, mark);
        }

        Draw(surface.Canvas, sheet.Code.Ground, smooth: false);
        Draw(surface.Canvas, sheet.Code.Path, smooth: false);
        using var pixels = surface.PeekPixels();
        Settle(pixels.GetPixelSpan<byte>());
        using var png = pixels.Encode(Quick) ?? throw new InvalidOperationException("Skia could not encode a certificate's picture.");
        return png.ToArray();
    }

    // Smoothed edges have hundreds of shades; a twelfth of them looks the same and presses to half the size. Paper stays exact.
    private static void Settle(Span<byte> pixels)
    {
        for (var i = 0; i < pixels.Length; i += 4)
        {
            pixels[i] = Reds[pixels[i]];
            pixels[i + 1] = Greens[pixels[i + 1]];
            pixels[i + 2] = Blues[pixels[i + 2]];
        }
    }

    private static byte[] Shades(byte paper) =>
        [.. Enumerable.Range(0, 256).Select(v => (byte)Math.Clamp(paper + (int)Math.Round((v - paper) / 12.0) * 12, 0, 255))];

    private static SKImage PaintGround()
    {
        using var surface = NewSurface();
        surface.Canvas.Scale((float)Scale);
        foreach (var mark in Ornament.Marks)
        {
            Draw(surface.Canvas, mark, smooth: true);
        }

        return surface.Snapshot();
    }

    private static SKSurface NewSurface() => SKSurface.Create(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque));

    private static void Write(SKCanvas canvas, TextMark mark)
    {
        using var font = Faces.At(mark.Face, mark.Size);
        using var paint = Paint(mark.Ink, smooth: true);
        canvas.DrawText(mark.Text, (float)mark.X, (float)mark.Y, SKTextAlign.Left, font, paint);
    }

    private static void Draw(SKCanvas canvas, PathMark mark, bool smooth)
    {
        using var paint = Paint(mark.Ink, smooth);
        if (mark.Width is { } width)
        {
            paint.Style = SKPaintStyle.Stroke;
            paint.StrokeWidth = (float)width;
            paint.StrokeCap = SKStrokeCap.Round;
            paint.StrokeJoin = SKStrokeJoin.Round;
        }

        using var path = Path(mark.Outline);
        canvas.DrawPath(path, paint);
    }

    private static SKPaint Paint(Ink ink, bool smooth) => new() { Color = new(ink.R, ink.G, ink.B), IsAntialias = smooth };

    private static SKPath Path(Outline outline)
    {
        using var path = new SKPathBuilder();
        foreach (var s in outline.Steps)
        {
            switch (s.Pen)
            {
                case Pen.Move: path.MoveTo((float)s.X, (float)s.Y); break;
                case Pen.Line: path.LineTo((float)s.X, (float)s.Y); break;
                case Pen.Curve: path.CubicTo((float)s.X1, (float)s.Y1, (float)s.X2, (float)s.Y2, (float)s.X, (float)s.Y); break;
                default: path.Close(); break;
            }
        }

        return path.Detach();
    }
}

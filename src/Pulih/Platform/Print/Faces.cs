using System.Text;
using SkiaSharp;

namespace Pulih.Platform.Print;

/// <summary>The three cuts of letter that paper is set in.</summary>
public enum Face
{
    Text,
    Strong,
    Display,
}

/// <summary>The embedded fonts, read once; no font of the machine is ever used.</summary>
public static class Faces
{
    private static readonly string[] Files = ["NotoSans-Regular", "NotoSans-Bold", "NotoSerifDisplay-Bold"];

    private static readonly byte[][] Bytes = [.. Files.Select(Read)];

    private static readonly SKTypeface[] Typefaces = [.. Bytes.Select(b => SKTypeface.FromData(SKData.CreateCopy(b)))];

    private static readonly SKFont[] Coverage = [.. Typefaces.Select(t => new SKFont(t))];

    /// <summary>The name of the font file, by which a PDF asks for it.</summary>
    public static string NameOf(Face face) => Files[(int)face];

    /// <summary>The bytes of the font file with this name, for the PDF.</summary>
    public static byte[] BytesOf(string name) => Bytes[Array.IndexOf(Files, name)];

    /// <summary>The font at a size in points; the caller disposes of it.</summary>
    public static SKFont At(Face face, double size) => new(Typefaces[(int)face], (float)size)
    {
        Subpixel = true,
        Edging = SKFontEdging.Antialias,
        Hinting = SKFontHinting.None, // Widths must be those of the PDF at any size.
        LinearMetrics = true,
    };

    /// <summary>How wide a text is, in points.</summary>
    public static double Width(Face face, double size, string text)
    {
        using var font = At(face, size);
        return font.MeasureText(text);
    }

    /// <summary>True when each of the fonts has this letter.</summary>
    public static bool CanShow(Rune rune) => Coverage.All(f => f.ContainsGlyph(rune.Value));

    private static byte[] Read(string file)
    {
        var name = $"{typeof(Faces).Namespace}.Fonts.{file}.ttf";
        using var stream = typeof(Faces).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The font {name} is not embedded.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}

using System.Text;
using SkiaSharp;

namespace Pulih.Proof.Certificates.Print;

/// <summary>The three cuts of letter a certificate is set in.</summary>
internal enum Face
{
    Text,
    Strong,
    Display,
}

/// <summary>The embedded fonts, read once; no font of the machine is ever used.</summary>
internal static class Faces
{
    private static readonly string[] Files = ["NotoSans-Regular", "NotoSans-Bold", "NotoSerifDisplay-Bold"];

    private static readonly byte[][] Bytes = [.. Files.Select(Read)];

    private static readonly SKTypeface[] Typefaces = [.. Bytes.Select(b => SKTypeface.FromData(SKData.CreateCopy(b)))];

    private static readonly SKFont[] Coverage = [.. Typefaces.Select(t => new SKFont(t))];

    public static string NameOf(Face face) => Files[(int)face];

    /// <summary>The bytes of the font file with this name, for the PDF.</summary>
    public static byte[] BytesOf(string name) => Bytes[Array.IndexOf(Files, name)];

    public static SKFont At(Face face, double size) => new(Typefaces[(int)face], (float)size)
    {
        Subpixel = true,
        Edging = SKFontEdging.Antialias,
        Hinting = SKFontHinting.None, // Widths must be those of the PDF at any size.
        LinearMetrics = true,
    };

    public static double Width(Face face, double size, string text)
    {
        using var font = At(face, size);
        return font.MeasureText(text);
    }

    public static bool CanShow(Rune rune) => Coverage.All(f => f.ContainsGlyph(rune.Value));

    private static byte[] Read(string file)
    {
        var name = $"{typeof(PrintedCertificate).Namespace!.Replace(".Print", ".Fonts", StringComparison.Ordinal)}.{file}.ttf";
        using var stream = typeof(Faces).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The font {name} is not embedded.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}

using PdfSharp.Fonts;

namespace Pulih.Platform.Print;

/// <summary>Gives PDFsharp the embedded fonts by their file names, whatever the machine has installed.</summary>
public sealed class EmbeddedFontResolver : IFontResolver
{
    private static readonly Lazy<bool> Installed = new(() =>
    {
        GlobalFontSettings.FontResolver = new EmbeddedFontResolver();
        return true;
    });

    /// <summary>PDFsharp keeps one resolver per process; setting it a second time throws.</summary>
    public static void Use() => _ = Installed.Value;

    public FontResolverInfo? ResolveTypeface(string familyName, bool isBold, bool isItalic) => new(familyName);

    public byte[]? GetFont(string faceName) => Faces.BytesOf(faceName);
}

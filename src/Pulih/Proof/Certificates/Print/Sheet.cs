using Pulih.Platform.Print;

namespace Pulih.Proof.Certificates.Print;

/// <summary>A colour of the certificate.</summary>
internal sealed record Ink(byte R, byte G, byte B)
{
    public static readonly Ink Paper = new(0xfb, 0xf8, 0xf2);
    public static readonly Ink White = new(0xff, 0xff, 0xff);
    public static readonly Ink Black = new(0x1b, 0x2a, 0x2c);
    public static readonly Ink Soft = new(0x55, 0x66, 0x6a);
    public static readonly Ink Thread = new(0xe3, 0xcf, 0xa0);
    public static readonly Ink Teal = new(0x0b, 0x5d, 0x5a);
    public static readonly Ink Deep = new(0x07, 0x3f, 0x3e);
    public static readonly Ink Weave = new(0x1d, 0x6b, 0x67);
    public static readonly Ink Turmeric = new(0xe0, 0x9a, 0x12);
}

/// <summary>What a reading machine calls a line.</summary>
internal enum Role
{
    Paragraph,
    Title,
    Heading,
    Link,
}

/// <summary>A line of text on its baseline, measured from the left.</summary>
internal sealed record TextMark(string Text, Face Face, double Size, Ink Ink, double X, double Y, Role Role = Role.Paragraph, bool English = false);

/// <summary>A path that is filled, or drawn when it has a width.</summary>
internal sealed record PathMark(Outline Outline, Ink Ink, double? Width = null);

/// <summary>A picture made of a path, with the words that stand for it.</summary>
internal sealed record FigureMark(PathMark Ground, PathMark Path, string Words, double X, double Y, double Side);

/// <summary>One certificate laid out: ornament, which is the same on each, and what is this owner's.</summary>
internal sealed record Sheet(PrintedCertificate Printed, IReadOnlyList<PathMark> Ornament, IReadOnlyList<TextMark> Texts, FigureMark Code)
{
    /// <summary>A4, lying.</summary>
    public const double Width = 841.89;
    public const double Height = 595.28;
}

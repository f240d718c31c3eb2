using System.Globalization;
using System.Xml;

namespace Pulih.Learning.Packs;

/// <summary>The rules for a pack's drawings: plain shapes in SVG that look the same on a page and as the picture sent into chat.</summary>
internal static class PackPictures
{
    private const string Folder = "pictures/";
    private const string Ending = ".svg";
    private const int MostUnits = 10_000;
    private static readonly char[] Separators = [' ', ','];
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    // Words in a drawing cannot be read aloud, translated or enlarged, and the renderer for chat has no fonts.
    private static readonly HashSet<string> Refused = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "foreignObject", "image", "iframe", "a", "text", "style", "animate", "animateTransform", "animateMotion", "set",
    };

    /// <summary>The name in <c>pictures/NAME.svg</c>, or null when the path is no such path.</summary>
    public static string? NameOf(string path) =>
        path.StartsWith(Folder, StringComparison.Ordinal) && path.EndsWith(Ending, StringComparison.Ordinal)
        && path.Length > Folder.Length + Ending.Length && CourseYaml.IsSlug(path.AsSpan(Folder.Length, path.Length - Folder.Length - Ending.Length))
            ? path[Folder.Length..^Ending.Length]
            : null;

    public static string PathOf(string name) => Folder + name + Ending;

    /// <summary>The measures of the view box, so that a page can keep the place free before the drawing has come; zero where it has none.</summary>
    public static (int Width, int Height) SizeOf(byte[] svg)
    {
        using var reader = XmlReader.Create(new MemoryStream(svg, writable: false), Settings);
        try
        {
            reader.MoveToContent();
            return SizeOf(reader.GetAttribute("viewBox"));
        }
        catch (XmlException)
        {
            return default; // Check names what is broken.
        }
    }

    public static void Check(PackSource pack, string path, PackProblems problems)
    {
        if (pack.Text(path, problems) is not { } text)
        {
            return;
        }

        using var reader = XmlReader.Create(new StringReader(text), Settings);
        var root = true;
        try
        {
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element)
                {
                    CheckElement(reader, path, root, problems);
                    root = false;
                }
            }
        }
        catch (XmlException broken)
        {
            problems.Add(path, Math.Max(1, broken.LineNumber), "SvgBroken", broken.Message);
        }
    }

    private static (int Width, int Height) SizeOf(string? viewBox) =>
        viewBox?.Split(Separators, StringSplitOptions.RemoveEmptyEntries) is [_, _, var width, var height]
        && float.TryParse(width, NumberStyles.Float, CultureInfo.InvariantCulture, out var w) && w is >= 1 and <= MostUnits
        && float.TryParse(height, NumberStyles.Float, CultureInfo.InvariantCulture, out var h) && h is >= 1 and <= MostUnits
            ? ((int)w, (int)h)
            : default;

    private static void CheckElement(XmlReader reader, string path, bool root, PackProblems problems)
    {
        var line = ((IXmlLineInfo)reader).LineNumber;
        if (root && (reader.LocalName != "svg" || SizeOf(reader.GetAttribute("viewBox")) is (0, _) or (_, 0)))
        {
            problems.Add(path, line, "SvgNoViewBox");
        }

        if (Refused.Contains(reader.LocalName))
        {
            problems.Add(path, line, "SvgElement", reader.LocalName);
        }

        while (reader.MoveToNextAttribute())
        {
            // Opened by itself a drawing is a document under our pages' policy, which has no inline styles.
            if (reader.LocalName == "style" || reader.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase) || ReachesOut(reader.LocalName, reader.Value))
            {
                problems.Add(path, line, "SvgAttribute", reader.LocalName);
            }
        }

        reader.MoveToElement();
    }

    private static bool ReachesOut(string attribute, string value) =>
        (attribute == "href" && !value.StartsWith('#'))
        || value.Contains("var(", StringComparison.OrdinalIgnoreCase)
        || value.Replace("url(#", "", StringComparison.OrdinalIgnoreCase).Contains("url(", StringComparison.OrdinalIgnoreCase);
}

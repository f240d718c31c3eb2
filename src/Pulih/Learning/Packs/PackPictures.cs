using System.Xml;

namespace Pulih.Learning.Packs;

/// <summary>The rules for a pack's drawings: plain shapes in SVG that look the same on a page and as the picture sent into chat.</summary>
internal static class PackPictures
{
    private const string Folder = "pictures/";
    private const string Ending = ".svg";

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

    public static void Check(PackSource pack, string path, PackProblems problems)
    {
        if (pack.Text(path, problems) is not { } text)
        {
            return;
        }

        using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
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

    private static void CheckElement(XmlReader reader, string path, bool root, PackProblems problems)
    {
        var line = ((IXmlLineInfo)reader).LineNumber;
        if (root && (reader.LocalName != "svg" || reader.GetAttribute("viewBox") is null))
        {
            problems.Add(path, line, "SvgNoViewBox");
        }

        if (Refused.Contains(reader.LocalName))
        {
            problems.Add(path, line, "SvgElement", reader.LocalName);
        }

        while (reader.MoveToNextAttribute())
        {
            if (reader.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase) || ReachesOut(reader.LocalName, reader.Value))
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

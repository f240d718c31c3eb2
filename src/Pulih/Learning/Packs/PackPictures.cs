using System.Globalization;
using System.Xml;
using SkiaSharp;

namespace Pulih.Learning.Packs;

/// <summary>
/// The rules for a pack's pictures: drawings of plain shapes in SVG that look the same on a page and as the picture sent
/// into chat, and photos as JPEG that are light enough for a weak line.
/// </summary>
internal static class PackPictures
{
    private const string Folder = "pictures/";
    private const string Ending = ".svg";
    private const string PhotoEnding = ".jpg";
    private const int MostUnits = 10_000;
    private static readonly char[] Separators = [' ', ','];
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    // Words in a drawing cannot be read aloud, translated or enlarged, and the renderer for chat has no fonts.
    private static readonly HashSet<string> Refused = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "foreignObject", "image", "iframe", "a", "text", "style", "animate", "animateTransform", "animateMotion", "set",
    };

    /// <summary>The file in <c>pictures/NAME.svg</c> or <c>pictures/NAME.jpg</c>, or null when the path is no such path.</summary>
    public static string? NameOf(string path)
    {
        var ending = path.EndsWith(Ending, StringComparison.Ordinal) ? Ending : PhotoEnding;
        return path.StartsWith(Folder, StringComparison.Ordinal) && path.EndsWith(ending, StringComparison.Ordinal)
            && path.Length > Folder.Length + ending.Length && CourseYaml.IsSlug(path.AsSpan(Folder.Length, path.Length - Folder.Length - ending.Length))
                ? path[Folder.Length..]
                : null;
    }

    public static string PathOf(string file) => Folder + file;

    public static bool IsPhoto(string file) => file.EndsWith(PhotoEnding, StringComparison.Ordinal);

    /// <summary>The picture's measures, so that a page can keep the place free before it has come; zero where it tells none.</summary>
    public static (int Width, int Height) SizeOf(string file, byte[] picture)
    {
        if (IsPhoto(file))
        {
            using var photo = SKCodec.Create(new SKMemoryStream(picture));
            return photo is null ? default : (photo.Info.Width, photo.Info.Height);
        }

        using var reader = XmlReader.Create(new MemoryStream(picture, writable: false), Settings);
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
        if (IsPhoto(path))
        {
            CheckPhoto(pack.Bytes(path)!, path, problems);
            return;
        }

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

    private static void CheckPhoto(byte[] bytes, string path, PackProblems problems)
    {
        using var photo = SKCodec.Create(new SKMemoryStream(bytes));
        if (photo?.EncodedFormat != SKEncodedImageFormat.Jpeg || photo.Info.Width > PackLimits.PhotoSide || photo.Info.Height > PackLimits.PhotoSide)
        {
            problems.Add(path, 1, "PhotoBroken", PackLimits.PhotoSide);
        }
        else if (bytes.Length > PackLimits.PictureBytes)
        {
            problems.Add(path, 1, "PhotoHeavy", bytes.Length / 1_024, PackLimits.PictureBytes / 1_024);
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

using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;
using Pulih.Platform.Web;

namespace Pulih.Platform.Print;

/// <summary>What an A4 poster with a QR code says: the heading, what stands under it, what the code is (read aloud), and the lines below with their sizes in points.</summary>
public sealed record Poster(string Title, string Under, string Alt, IReadOnlyList<(string Words, Face Face, double Points)> Lines)
{
    private const double Width = 595.28;
    private const double Height = 841.89;
    private const double Margin = 48;
    private const double Side = 330;

    /// <summary>The poster as a tagged PDF in Indonesian, because it hangs in a market.</summary>
    /// <param name="link">What the code opens when a phone's camera looks at it.</param>
    /// <param name="name">The document's title.</param>
    public byte[] Pdf(string link, string name)
    {
        EmbeddedFontResolver.Use();
        using var document = new PdfDocument();
        document.ViewerPreferences.DisplayDocTitle = true;
        (document.Info.Title, document.Info.Creator) = (name, "Pulih");
        var access = UAManager.ForDocument(document);
        access.SetDocumentLanguage("id-ID");
        var page = document.AddPage();
        (page.Width, page.Height) = (XUnit.FromPoint(Width), XUnit.FromPoint(Height));
        using (var graphics = XGraphics.FromPdfPage(page))
        {
            Compose(graphics, access.StructureBuilder, link);
        }

        using var bytes = new MemoryStream();
        document.Save(bytes, closeStream: false);
        return bytes.ToArray();
    }

    private void Compose(XGraphics graphics, StructureBuilder structure, string link)
    {
        structure.BeginArtifact();
        graphics.DrawRectangle(new XSolidBrush(XColor.FromArgb(0x0b, 0x5d, 0x5a)), 0, 0, Width, 220);
        structure.End();
        var y = 78.0;
        Write(Title, Face.Display, 40, XBrushes.White, PdfBlockLevelElementTag.Heading1);
        y += 4;
        Write(Under, Face.Text, 17, XBrushes.White, PdfBlockLevelElementTag.Paragraph);

        var (left, top) = ((Width - Side) / 2, 248.0);
        structure.BeginElement(PdfIllustrationElementTag.Figure, Alt, new XRect(left, top, Side, Side));
        var (modules, runs) = QrRows.Of(link);
        var size = Side / modules;
        foreach (var (x, row, length) in runs)
        {
            graphics.DrawRectangle(XBrushes.Black, left + (x * size), top + (row * size), length * size, size);
        }

        structure.End();
        y = top + Side + 34;
        foreach (var (words, face, points) in Lines)
        {
            Write(words, face, points, XBrushes.Black, PdfBlockLevelElementTag.Paragraph);
            y += 8;
        }

        void Write(string words, Face face, double points, XBrush brush, PdfBlockLevelElementTag tag)
        {
            structure.BeginElement(tag);
            foreach (var line in Broken(words, face, points))
            {
                graphics.DrawString(line, new XFont(Faces.NameOf(face), points), brush, new XPoint(Width / 2, y), XStringFormats.BaseLineCenter);
                y += points * 1.35;
            }

            structure.End();
        }
    }

    private static IEnumerable<string> Broken(string words, Face face, double points)
    {
        var line = "";
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && Faces.Width(face, points, longer) > Width - (2 * Margin))
            {
                yield return line;
                longer = word;
            }

            line = longer;
        }

        yield return line;
    }
}

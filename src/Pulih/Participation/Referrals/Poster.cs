using Microsoft.Extensions.Localization;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;
using Pulih.Platform.Language;
using Pulih.Platform.Print;
using Pulih.Platform.Web;

namespace Pulih.Participation.Referrals;

/// <summary>An entry link on paper: an A4 sheet to hang up, whose code a phone's camera opens. In Indonesian, because it hangs in a market.</summary>
internal static class Poster
{
    private const double Width = 595.28;
    private const double Height = 841.89;
    private const double Margin = 48;
    private const double Side = 330;

    /// <param name="link">What the code opens.</param>
    /// <param name="programme">The name of the programme.</param>
    /// <param name="partner">Who invites.</param>
    /// <param name="number">How our WhatsApp number is dialled; empty where nobody said.</param>
    /// <param name="code">What to write for those whose camera reads no codes.</param>
    /// <param name="text">The words.</param>
    public static byte[] Of(string link, string programme, string partner, string number, string code, IStringLocalizer<Texts> text)
    {
        EmbeddedFontResolver.Use();
        using var document = new PdfDocument();
        document.ViewerPreferences.DisplayDocTitle = true;
        (document.Info.Title, document.Info.Creator) = ($"{programme}: {code}", "Pulih");
        var access = UAManager.ForDocument(document);
        access.SetDocumentLanguage("id-ID");
        var page = document.AddPage();
        (page.Width, page.Height) = (XUnit.FromPoint(Width), XUnit.FromPoint(Height));
        using (var graphics = XGraphics.FromPdfPage(page))
        {
            Cultures.First(() =>
            {
                Compose(graphics, access.StructureBuilder, link, programme, partner, number, code, text);
                return true;
            });
        }

        using var bytes = new MemoryStream();
        document.Save(bytes, closeStream: false);
        return bytes.ToArray();
    }

    private static void Compose(XGraphics graphics, StructureBuilder structure, string link, string programme, string partner, string number, string code, IStringLocalizer<Texts> text)
    {
        structure.BeginArtifact();
        graphics.DrawRectangle(new XSolidBrush(XColor.FromArgb(0x0b, 0x5d, 0x5a)), 0, 0, Width, 220);
        structure.End();
        var y = 78.0;
        Lines(text["poster.title"], Face.Display, 40, XBrushes.White, PdfBlockLevelElementTag.Heading1);
        y += 4;
        Lines(text["poster.under", programme], Face.Text, 17, XBrushes.White, PdfBlockLevelElementTag.Paragraph);

        var (left, top) = ((Width - Side) / 2, 248.0);
        structure.BeginElement(PdfIllustrationElementTag.Figure, text["poster.qr"], new XRect(left, top, Side, Side));
        var (modules, runs) = QrRows.Of(link);
        var size = Side / modules;
        foreach (var (x, row, length) in runs)
        {
            graphics.DrawRectangle(XBrushes.Black, left + (x * size), top + (row * size), length * size, size);
        }

        structure.End();
        y = top + Side + 34;
        Lines(text["poster.scan"], Face.Strong, 20, XBrushes.Black, PdfBlockLevelElementTag.Paragraph);
        y += 8;
        Lines(number.Length > 0 ? text["poster.write", number, text["go.first-message", code]] : link, Face.Text, 15, XBrushes.Black, PdfBlockLevelElementTag.Paragraph);
        y += 10;
        Lines(text["poster.free", partner], Face.Text, 13, new XSolidBrush(XColor.FromArgb(0x44, 0x54, 0x5b)), PdfBlockLevelElementTag.Paragraph);

        void Lines(string words, Face face, double points, XBrush brush, PdfBlockLevelElementTag tag)
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

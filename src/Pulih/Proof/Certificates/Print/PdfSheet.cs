using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;
using Pulih.Platform.Print;

namespace Pulih.Proof.Certificates.Print;

/// <summary>The certificate on paper: a tagged PDF that a screen reader can read aloud.</summary>
internal static class PdfSheet
{
    public static byte[] Render(Sheet sheet)
    {
        EmbeddedFontResolver.Use();
        using var document = new PdfDocument();
        document.Options.FlateEncodeMode = PdfFlateEncodeMode.BestCompression;
        document.ViewerPreferences.DisplayDocTitle = true;
        document.Info.Title = $"{sheet.Texts.First(t => t.Role == Role.Title).Text}: {sheet.Printed.Owner}";
        document.Info.Author = sheet.Printed.Programme;
        document.Info.Subject = sheet.Printed.Course;
        document.Info.Creator = "Pulih";
        var access = UAManager.ForDocument(document);
        access.SetDocumentLanguage("id-ID");
        var page = document.AddPage();
        page.Width = XUnit.FromPoint(Sheet.Width);
        page.Height = XUnit.FromPoint(Sheet.Height);
        using (var graphics = XGraphics.FromPdfPage(page))
        {
            Compose(sheet, graphics, access.StructureBuilder);
        }

        using var bytes = new MemoryStream();
        document.Save(bytes, closeStream: false);
        return bytes.ToArray();
    }

    private static void Compose(Sheet sheet, XGraphics graphics, StructureBuilder structure)
    {
        structure.BeginArtifact();
        foreach (var mark in sheet.Ornament)
        {
            Draw(graphics, mark);
        }

        structure.End();
        foreach (var mark in sheet.Texts)
        {
            structure.BeginElement(mark.Role switch
            {
                Role.Title => PdfBlockLevelElementTag.Heading1,
                Role.Heading => PdfBlockLevelElementTag.Heading2,
                _ => PdfBlockLevelElementTag.Paragraph,
            });
            if (mark.English)
            {
                structure.SetLanguage("en");
            }

            graphics.DrawString(mark.Text, Font(mark), Brush(mark.Ink), mark.X, mark.Y);
            structure.End();
        }

        var code = sheet.Code;
        structure.BeginElement(PdfIllustrationElementTag.Figure, code.Words, new XRect(code.X, code.Y, code.Side, code.Side));
        Draw(graphics, code.Ground);
        Draw(graphics, code.Path);
        structure.End();
    }

    private static XFont Font(TextMark mark) => new(Faces.NameOf(mark.Face), mark.Size);

    private static XSolidBrush Brush(Ink ink) => new(XColor.FromArgb(ink.R, ink.G, ink.B));

    private static void Draw(XGraphics graphics, PathMark mark)
    {
        var path = Path(mark.Outline);
        if (mark.Width is { } width)
        {
            var pen = new XPen(XColor.FromArgb(mark.Ink.R, mark.Ink.G, mark.Ink.B), width) { LineCap = XLineCap.Round, LineJoin = XLineJoin.Round };
            graphics.DrawPath(pen, path);
            return;
        }

        graphics.DrawPath(Brush(mark.Ink), path);
    }

    private static XGraphicsPath Path(Outline outline)
    {
        var path = new XGraphicsPath { FillMode = XFillMode.Winding };
        var (x, y) = (0.0, 0.0);
        foreach (var s in outline.Steps.Select(Rounded))
        {
            switch (s.Pen)
            {
                case Pen.Move: path.StartFigure(); break;
                case Pen.Line: path.AddLine(x, y, s.X, s.Y); break;
                case Pen.Curve: path.AddBezier(x, y, s.X1, s.Y1, s.X2, s.Y2, s.X, s.Y); break;
                default: path.CloseFigure(); break;
            }

            (x, y) = s.Pen == Pen.Close ? (x, y) : (s.X, s.Y);
        }

        return path;
    }

    // A hundredth of a point is finer than any printer; more digits only make the file longer.
    private static Step Rounded(Step s) =>
        new(s.Pen, Math.Round(s.X1, 2), Math.Round(s.Y1, 2), Math.Round(s.X2, 2), Math.Round(s.Y2, 2), Math.Round(s.X, 2), Math.Round(s.Y, 2));
}

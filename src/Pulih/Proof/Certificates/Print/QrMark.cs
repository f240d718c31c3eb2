using Pulih.Platform.Web;

namespace Pulih.Proof.Certificates.Print;

/// <summary>Draws a link as a QR code of plain boxes.</summary>
internal static class QrMark
{
    public const int Quiet = 4; // Modules of white the standard asks for on each side.

    public static FigureMark Of(string link, string words, double right, double bottom)
    {
        var (modules, runs) = QrRows.Of(link);
        var module = PngSheet.Points(3);
        var side = modules * module;
        var (x, y) = (PngSheet.OnPixel(right - side), PngSheet.OnPixel(bottom - side));
        var boxes = new Outline();
        foreach (var run in runs)
        {
            boxes.Box(x + run.X * module, y + run.Y * module, run.Length * module, module);
        }

        var ground = new PathMark(new Outline().Box(x, y, side, side), Ink.White);
        return new(ground, new(boxes, Ink.Deep), words, x, y, side);
    }
}

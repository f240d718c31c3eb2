using QRCoder;

namespace Pulih.Proof.Certificates.Print;

/// <summary>Draws a link as a QR code of plain boxes.</summary>
internal static class QrMark
{
    public const int Quiet = 4; // Modules of white the standard asks for on each side.

    public static FigureMark Of(string link, string words, double right, double bottom)
    {
        using var code = QRCodeGenerator.GenerateQrCode(link, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix; // QRCoder's own matrix carries the quiet zone already.
        var module = PngSheet.Points(3);
        var side = rows.Count * module;
        var (x, y) = (PngSheet.OnPixel(right - side), PngSheet.OnPixel(bottom - side));
        var boxes = new Outline();
        for (var row = 0; row < rows.Count; row++)
        {
            for (var from = 0; from < rows.Count; from++)
            {
                var run = from;
                while (run < rows.Count && rows[row][run])
                {
                    run++;
                }

                if (run > from)
                {
                    boxes.Box(x + from * module, y + row * module, (run - from) * module, module);
                    from = run;
                }
            }
        }

        var ground = new PathMark(new Outline().Box(x, y, side, side), Ink.White);
        return new(ground, new(boxes, Ink.Deep), words, x, y, side);
    }
}

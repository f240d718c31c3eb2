using QRCoder;

namespace Pulih.Platform.Web;

/// <summary>A link as a QR code (error correction M), for whoever draws it: dark runs of modules, row by row, with the quiet zone of four modules the standard asks for.</summary>
public static class QrRows
{
    /// <summary>How many modules a side has, and the dark runs: the module each begins at from the upper left, and its length.</summary>
    public static (int Side, IReadOnlyList<(int X, int Y, int Length)> Runs) Of(string link)
    {
        using var code = QRCodeGenerator.GenerateQrCode(link, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix; // QRCoder's own matrix carries the quiet zone already.
        var runs = new List<(int, int, int)>();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows.Count; x++)
            {
                var from = x;
                while (x < rows.Count && rows[y][x])
                {
                    x++;
                }

                if (x > from)
                {
                    runs.Add((from, y, x - from));
                }
            }
        }

        return (rows.Count, runs);
    }
}

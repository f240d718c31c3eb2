using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Pulih.Registry.Import;

/// <summary>
/// Reads the first sheet of an Excel workbook row by row. What a workbook unpacks to is measured before anything is
/// understood, so that a small file which grows without end is refused after its first part.
/// </summary>
internal static class OpenSheet
{
    private const long MostUnpacked = 192L << 20;
    private const int MostSheets = 100;
    private const int MostParts = 1_000;

    public static IEnumerable<(int Line, string[] Cells)> Rows(Stream file)
    {
        Check(file);
        file.Position = 0;
        var line = 0;
        foreach (IDictionary<string, object?> row in file.Query(useHeaderRow: false, excelType: ExcelType.XLSX, configuration: new OpenXmlConfiguration { EnableSharedStringCache = true }))
        {
            yield return (++line, [.. row.Values.Select(Text)]);
        }
    }

    private static void Check(Stream file)
    {
        try
        {
            file.Position = 0;
            using var parts = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (parts.Entries.Count > MostParts || parts.Entries.Count(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase)) > MostSheets)
            {
                throw new ListRefused("import.refused.sheets");
            }

            if (parts.GetEntry("xl/workbook.xml") is null)
            {
                throw new ListRefused("import.refused.kind");
            }

            var left = MostUnpacked;
            foreach (var part in parts.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || e.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
            {
                left = Measure(part, left);
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException)
        {
            throw new ListRefused("import.refused.broken", broken);
        }
    }

    // What the part's header says of its size may be a lie, so it is unpacked and thrown away.
    private static long Measure(ZipArchiveEntry part, long left)
    {
        using var unpacked = part.Open();
        var buffer = new byte[64 << 10];
        for (var first = true; ; first = false)
        {
            var read = unpacked.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            if ((left -= read) < 0)
            {
                throw new ListRefused("import.refused.size");
            }

            // No office program writes one; it is how a file makes its reader open other files.
            if (first && buffer.AsSpan(0, read).IndexOf("<!DOCTYPE"u8) >= 0)
            {
                throw new ListRefused("import.refused.broken");
            }

            if (read < buffer.Length)
            {
                return left;
            }
        }
    }

    // A number that lost its form (6.28123E+12) is written out again; what a sheet rounded stays rounded.
    private static string Text(object? cell) => cell switch
    {
        null => "",
        double number when Math.Abs(number) < 1e17 && Math.Floor(number) == number => number.ToString("F0", CultureInfo.InvariantCulture),
        DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };
}

using Pulih.Platform.Web;

namespace Pulih.Registry.Import;

/// <summary>Reads a partner's file row by row, whatever it is: a workbook, or separated text in any encoding and with any separator.</summary>
internal static class OpenList
{
    private const int MostCells = 100;
    private const int LongestCell = 2_000;

    /// <summary>Rows with at least one filled cell, each with its line in the file from 1; throws <see cref="ListRefused"/>.</summary>
    public static IEnumerable<(int Line, string[] Cells)> Rows(Stream file)
    {
        Span<byte> start = stackalloc byte[8];
        file.Position = 0;
        var rows = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)] switch
        {
            [] => throw new ListRefused("import.refused.empty"),
            [0x50, 0x4B, 0x03, 0x04, ..] => OpenSheet.Rows(file),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => throw new ListRefused("import.refused.old"),
            [0x25, 0x50, 0x44, 0x46, ..] or [0x7B, ..] or [0x3C, ..] => throw new ListRefused("import.refused.kind"),
            _ => Text(file),
        };
        return rows.Select(r => (r.Line, Cells: Clean(r.Cells))).Where(r => r.Cells.Any(c => c.Length > 0));
    }

    private static string[] Clean(string[] cells) =>
        [.. cells.Take(MostCells).Select(c => Words.CleanText.Cut(Words.CleanText.Of(c), LongestCell))];

    private static IEnumerable<(int Line, string[] Cells)> Text(Stream file)
    {
        var encoding = SeparatedText.EncodingOf(file) ?? throw new ListRefused("import.refused.kind");
        using var rows = SeparatedText.Rows(file, encoding).GetEnumerator();
        while (Next(rows))
        {
            yield return rows.Current;
        }
    }

    private static bool Next(IEnumerator<(int Line, string[] Cells)> rows)
    {
        try
        {
            return rows.MoveNext();
        }
        catch (InvalidDataException broken)
        {
            throw new ListRefused("import.refused.broken", broken);
        }
    }
}

using System.Text;
using Pulih.Platform.Web;
using Sylvan.Data.Csv;

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
        using var text = new StreamReader(file, EncodingOf(file), detectEncodingFromByteOrderMarks: true);
        file.Position = 0;
        using var csv = CsvDataReader.Create(text, new CsvDataReaderOptions { HasHeaders = false, BufferSize = 1 << 20, CsvStyle = CsvStyle.Standard });
        while (Next(csv))
        {
            var cells = new string[csv.RowFieldCount];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = CsvFile.Unguarded(csv.GetString(i));
            }

            yield return (csv.RowNumber, cells);
        }
    }

    private static bool Next(CsvDataReader csv)
    {
        try
        {
            return csv.Read();
        }
        catch (Exception broken) when (broken is CsvFormatException or CsvRecordTooLargeException)
        {
            throw new ListRefused("import.refused.broken", broken);
        }
    }

    // UTF-8 where the bytes can be that; else the code page of older spreadsheets. A zero byte is no text at all.
    private static Encoding EncodingOf(Stream file)
    {
        file.Position = 0;
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        var decoder = strict.GetDecoder();
        var (bytes, chars) = (new byte[64 << 10], new char[strict.GetMaxCharCount(64 << 10)]);
        var (first, utf16) = (true, false);
        while (file.Read(bytes) is > 0 and var read)
        {
            utf16 |= first && bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
            if (!utf16 && bytes.AsSpan(0, read).Contains((byte)0))
            {
                throw new ListRefused("import.refused.kind");
            }

            first = false;
            try
            {
                decoder.GetChars(bytes, 0, read, chars, 0, flush: false);
            }
            catch (DecoderFallbackException)
            {
                return utf16 ? Encoding.Unicode : Encoding.Latin1;
            }
        }

        return strict;
    }
}

using System.Text;
using Sylvan.Data.Csv;

namespace Pulih.Platform.Web;

/// <summary>Reads separated text (CSV) row by row, in whatever encoding and with whatever separator it comes.</summary>
public static class SeparatedText
{
    /// <summary>UTF-8 where the bytes can be that; else UTF-16 by its mark, or the code page of older spreadsheets. Null where a zero byte says that it is no text.</summary>
    public static Encoding? EncodingOf(Stream file)
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
                return null;
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

    /// <summary>Every row with its number from 1, its cells without the mark that keeps them from running as formulas. Throws <see cref="InvalidDataException"/> where a row cannot be read.</summary>
    /// <param name="file">The file; read from its beginning.</param>
    /// <param name="encoding">As <see cref="EncodingOf"/> found it; a mark at the beginning goes before it.</param>
    /// <param name="separator">Null lets it be told from the first row.</param>
    public static IEnumerable<(int Line, string[] Cells)> Rows(Stream file, Encoding encoding, char? separator = null)
    {
        file.Position = 0;
        using var text = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        using var csv = CsvDataReader.Create(text, new CsvDataReaderOptions { HasHeaders = false, BufferSize = 1 << 20, CsvStyle = CsvStyle.Standard, Delimiter = separator });
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
            throw new InvalidDataException("A row is no separated text.", broken);
        }
    }
}

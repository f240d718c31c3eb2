using System.Text;

namespace Pulih.Platform.Web;

/// <summary>Comma-separated text for download, written row by row. No cell can run as a formula in a spreadsheet.</summary>
public static class CsvFile
{
    public const string ContentType = "text/csv; charset=utf-8";
    private const char Guard = '\'';

    /// <summary>The rows, ready to be sent, in UTF-8 with its mark, which Excel needs to see; see <see cref="DownloadFile"/>.</summary>
    public static Task<Stream> Write(IEnumerable<string> headers, IAsyncEnumerable<string[]> rows, CancellationToken cancel) => DownloadFile.Write(async file =>
    {
        await using var writer = new StreamWriter(file, new UTF8Encoding(true), leaveOpen: true);
        await writer.WriteLineAsync(Line(headers));
        await foreach (var row in rows.WithCancellation(cancel))
        {
            await writer.WriteLineAsync(Line(row));
        }
    });

    /// <summary>A cell as this file writes it; <see cref="Unguarded"/> reads every cell back as it was.</summary>
    public static string Guarded(string cell) => IsFormula(cell.AsSpan().TrimStart(Guard)) ? Guard + cell : cell;

    /// <summary>The cell without the mark that kept it from running.</summary>
    public static string Unguarded(string cell) => cell.StartsWith(Guard) && IsFormula(cell.AsSpan().TrimStart(Guard)) ? cell[1..] : cell;

    /// <summary>The text between quotes, whatever is in it.</summary>
    public static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static bool IsFormula(ReadOnlySpan<char> cell) => cell is ['=' or '+' or '-' or '@' or '\t', ..];

    private static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(c => Quoted(Guarded(c))));
}

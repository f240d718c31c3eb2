using System.Text;

namespace Pulih.Platform.Web;

/// <summary>Comma-separated text for download, written row by row. No cell can run as a formula in a spreadsheet.</summary>
public static class CsvFile
{
    public const string ContentType = "text/csv; charset=utf-8";
    private const char Guard = '\'';

    /// <summary>The rows in a file that removes itself when it is closed; UTF-8 with its mark, which Excel needs to see.</summary>
    public static async Task<Stream> Write(IEnumerable<string> headers, IAsyncEnumerable<string[]> rows, CancellationToken cancel)
    {
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await using (var writer = new StreamWriter(file, new UTF8Encoding(true), leaveOpen: true))
            {
                await writer.WriteLineAsync(Line(headers));
                await foreach (var row in rows.WithCancellation(cancel))
                {
                    await writer.WriteLineAsync(Line(row));
                }
            }

            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>A cell as this file writes it; <see cref="Unguarded"/> reads it back.</summary>
    public static string Guarded(string cell) => cell.Length > 0 && IsFormula(cell[0]) ? Guard + cell : cell;

    /// <summary>The cell without the mark that kept it from running.</summary>
    public static string Unguarded(string cell) => cell.Length > 1 && cell[0] == Guard && IsFormula(cell[1]) ? cell[1..] : cell;

    private static bool IsFormula(char first) => first is '=' or '+' or '-' or '@' or '\t';

    private static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(c => $"\"{Guarded(c).Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
}

using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Pulih.Platform.Web;

/// <summary>Excel sheets for download, written row by row so that their size costs no memory.</summary>
public static class SheetFile
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The sheet in a file that removes itself when it is closed: it is sent whole or not at all.</summary>
    public static async Task<Stream> Write<TRow>(IAsyncEnumerable<TRow> rows, OpenXmlConfiguration columns, string name, CancellationToken cancel)
    {
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await MiniExcel.SaveAsAsync(file, rows, configuration: columns, sheetName: name, cancellationToken: cancel);
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}

using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Pulih.Platform.Web;

/// <summary>Excel sheets for download, written row by row.</summary>
public static class SheetFile
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The sheet, ready to be sent; see <see cref="DownloadFile"/>.</summary>
    public static Task<Stream> Write<TRow>(IAsyncEnumerable<TRow> rows, OpenXmlConfiguration columns, string name, CancellationToken cancel) =>
        DownloadFile.Write(file => MiniExcel.SaveAsAsync(file, rows, configuration: columns, sheetName: name, cancellationToken: cancel));
}

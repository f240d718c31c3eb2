namespace Pulih.Platform.Web;

/// <summary>What is written for download: it goes through a file, so that its size costs no memory, and is sent whole or not at all.</summary>
internal static class DownloadFile
{
    /// <summary>A file that removes itself when it is closed, filled and at its beginning.</summary>
    public static async Task<Stream> Write(Func<Stream, Task> fill)
    {
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await fill(file);
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

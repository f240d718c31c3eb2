namespace Pulih.Platform.Web;

/// <summary>Files that came with a form.</summary>
public static class Uploaded
{
    /// <summary>The whole file; only for what was checked to be small.</summary>
    public static async Task<byte[]> Bytes(this IFormFile file, CancellationToken cancel)
    {
        using var copy = new MemoryStream((int)file.Length);
        await file.CopyToAsync(copy, cancel);
        return copy.ToArray();
    }
}

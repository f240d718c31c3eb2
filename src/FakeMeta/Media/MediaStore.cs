using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using FakeMeta.Graph;

namespace FakeMeta.Media;

/// <summary>A file that was uploaded by the business or sent by a person.</summary>
public sealed record MediaFile(string Id, string MimeType, byte[] Bytes, DateTime Until)
{
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes));
}

/// <summary>Uploaded files for 30 days, files from people for 7.</summary>
internal sealed class MediaStore(TimeProvider clock)
{
    private static readonly Dictionary<string, int> MostBytes = new()
    {
        ["image/jpeg"] = 5 << 20, ["image/png"] = 5 << 20, ["image/webp"] = 500 << 10,
        ["video/mp4"] = 16 << 20, ["video/3gpp"] = 16 << 20,
        ["audio/aac"] = 16 << 20, ["audio/amr"] = 16 << 20, ["audio/mpeg"] = 16 << 20, ["audio/mp4"] = 16 << 20, ["audio/ogg"] = 16 << 20,
        ["application/pdf"] = 100 << 20, ["text/plain"] = 100 << 20,
    };

    private readonly ConcurrentDictionary<string, MediaFile> files = new();
    private long lastId = 1_000_000_000_000_000;

    public MediaFile Add(string mimeType, byte[] bytes, int days)
    {
        var id = Interlocked.Increment(ref lastId).ToString(CultureInfo.InvariantCulture);
        return files[id] = new MediaFile(id, mimeType, bytes, clock.GetUtcNow().UtcDateTime.AddDays(days));
    }

    public MediaFile? Find(string id) =>
        files.TryGetValue(id, out var file) && file.Until > clock.GetUtcNow().UtcDateTime ? file : null;

    public GraphError? Refusal(string id) => Find(id) is null ? GraphError.Value($"Media with id {id} was not found or has expired.") : null;

    public static GraphError? UploadRefusal(string mimeType, long bytes)
    {
        var bare = mimeType.Split(';')[0].Trim();
        var office = bare.StartsWith("application/vnd.", StringComparison.Ordinal) || bare is "application/msword";
        return !MostBytes.TryGetValue(bare, out var most) && !office ? GraphError.Request($"Param file must be a file with a supported type; {bare} is none.")
            : bytes > (office ? 100 << 20 : most) ? GraphError.Of(131053, $"The file of {bytes.ToString(CultureInfo.InvariantCulture)} bytes is too large for {bare}.")
            : bytes == 0 ? GraphError.Request("The file is empty.") : null;
    }
}

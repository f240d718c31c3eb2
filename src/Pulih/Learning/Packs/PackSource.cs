using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Pulih.Learning.Packs;

/// <summary>The files of one pack as they were written, by path with forward slashes.</summary>
internal sealed class PackSource
{
    // The earliest moment a zip can say.
    private static readonly DateTimeOffset FirstZipTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // Sound and pictures are as small as they can be; pressing them again only takes time.
    private static readonly string[] Pressed = [".ogg", ".png", ".jpg", ".jpeg"];

    private readonly SortedDictionary<string, byte[]> files;

    public PackSource(string folder, IEnumerable<KeyValuePair<string, byte[]>> files)
    {
        Folder = folder;
        this.files = new(StringComparer.Ordinal);
        foreach (var (path, bytes) in files)
        {
            this.files[path] = bytes;
        }

        Version = VersionOf(this.files);
    }

    /// <summary>The folder's own name, which must be the course's code.</summary>
    public string Folder { get; }

    /// <summary>The first 12 hexadecimal digits of a SHA-256 over paths and bytes: another content, another version.</summary>
    public string Version { get; }

    public IEnumerable<string> Paths => files.Keys;

    public static PackSource Read(string folder)
    {
        var names = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories);
        return new(
            Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)),
            names.Select(name => KeyValuePair.Create(Path.GetRelativePath(folder, name).Replace('\\', '/'), File.ReadAllBytes(name))));
    }

    /// <summary>What <see cref="ToZip"/> wrote.</summary>
    public static PackSource FromZip(string folder, byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip, writable: false));
        return new(folder, archive.Entries.Select(entry =>
        {
            using var content = entry.Open();
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            return KeyValuePair.Create(entry.FullName, bytes.ToArray());
        }));
    }

    /// <summary>The files as a zip; the same files always give the same bytes.</summary>
    public byte[] ToZip()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in files)
            {
                var entry = archive.CreateEntry(path, Pressed.Contains(Path.GetExtension(path)) ? CompressionLevel.NoCompression : CompressionLevel.Optimal);
                entry.LastWriteTime = FirstZipTime;
                using var file = entry.Open();
                file.Write(content);
            }
        }

        return bytes.ToArray();
    }

    public byte[]? Bytes(string path) => files.GetValueOrDefault(path);

    /// <summary>The file as text with plain line ends, or null and a problem.</summary>
    public string? Text(string path, PackProblems problems)
    {
        if (Bytes(path) is not { } bytes)
        {
            problems.Add(path, 1, "FileMissing", path);
            return null;
        }

        var text = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').ReplaceLineEndings("\n");
        var firstBad = text.IndexOf('\uFFFD', StringComparison.Ordinal);
        if (firstBad >= 0)
        {
            problems.Add(path, text.AsSpan(0, firstBad).Count('\n') + 1, "FileNotUtf8");
            return null;
        }

        return text;
    }

    private static string VersionOf(SortedDictionary<string, byte[]> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, bytes) in files)
        {
            // Path and length first: moving a byte from one file to the next is another pack.
            hash.AppendData(Encoding.UTF8.GetBytes($"{path}\0{bytes.Length}\0"));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}

using System.IO.Compression;
using System.Text;
using Pulih.Learning.Packs;

namespace Pulih.Learning.Authoring;

/// <summary>Reads a pack that somebody brings as a zip. What it unpacks to is measured while it is unpacked.</summary>
internal static class ReadZip
{
    public const long MostBytes = 10 << 20;
    private const int MostFiles = 200;

    /// <summary>The pack, named by the code in its own <c>course.yaml</c>; null when the zip is none, too large, or has no such file.</summary>
    public static PackFiles? Of(byte[] zip)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(zip, writable: false));
            var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
            var left = MostBytes;
            foreach (var entry in archive.Entries.Where(e => !e.FullName.EndsWith('/') && !e.FullName.StartsWith("__MACOSX", StringComparison.Ordinal)))
            {
                if (files.Count == MostFiles || Unpack(entry, ref left) is not { } bytes)
                {
                    return null;
                }

                files[entry.FullName.Replace('\\', '/')] = bytes;
            }

            return Named(files);
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            return null;
        }
    }

    private static byte[]? Unpack(ZipArchiveEntry entry, ref long left)
    {
        // What the entry says of its size may be a lie.
        using var content = entry.Open();
        using var bytes = new MemoryStream();
        var buffer = new byte[32 << 10];
        for (int read; (read = content.Read(buffer)) > 0;)
        {
            if ((left -= read) < 0)
            {
                return null;
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }

    // A zip of a folder holds the folder, a zip of its files does not: both are a pack.
    private static PackFiles? Named(Dictionary<string, byte[]> files)
    {
        var about = files.Keys.Where(p => p == CourseYaml.File || p.EndsWith("/" + CourseYaml.File, StringComparison.Ordinal)).OrderBy(p => p.Length).FirstOrDefault();
        if (about is null || Yaml.Text(Yaml.Root(Encoding.UTF8.GetString(files[about])) as YamlDotNet.RepresentationModel.YamlMappingNode, "code") is not { } code || !CourseYaml.IsSlug(code) || code.Length > PackLimits.Title)
        {
            return null;
        }

        var folder = about[..^CourseYaml.File.Length];
        return new(code, files.Where(f => f.Key.StartsWith(folder, StringComparison.Ordinal)).Select(f => KeyValuePair.Create(f.Key[folder.Length..], f.Value)));
    }
}

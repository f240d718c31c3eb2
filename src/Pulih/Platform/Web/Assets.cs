using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace Pulih.Platform.Web;

/// <summary>The files of every <c>Assets</c> folder, compressed once and served under a name that changes with their content.</summary>
public sealed class Assets
{
    private const string Prefix = "assets/";
    private readonly FrozenDictionary<string, Asset> byName;
    private readonly FrozenDictionary<string, Asset> byAddress;

    public Assets()
    {
        var types = new FileExtensionContentTypeProvider();
        var assembly = Assembly.GetExecutingAssembly();
        byName = assembly.GetManifestResourceNames()
            .Where(r => r.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(r => Asset.Read(assembly, r, types))
            .ToFrozenDictionary(a => a.Name, StringComparer.Ordinal);
        byAddress = byName.Values.ToFrozenDictionary(a => a.Address, StringComparer.Ordinal);
    }

    /// <summary>The address of an asset, to be written into a page; a misspelt name fails at once.</summary>
    public string this[string name] => "/assets/" + byName[name].Address;

    /// <summary>What a first view pays for this asset, in bytes over the wire.</summary>
    public int Weight(string name) => byName[name].Brotli.Length;

    /// <summary>The asset as it is, for who serves it under an address of its own.</summary>
    public byte[] Plain(string name) => byName[name].Plain;

    internal Results<NotFound, FileContentHttpResult> Serve(string address, HttpContext context)
    {
        if (!byAddress.TryGetValue(address, out var asset))
        {
            return TypedResults.NotFound();
        }

        var headers = context.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.Vary = HeaderNames.AcceptEncoding;
        var accepted = context.Request.Headers.AcceptEncoding.ToString();
        if (accepted.Contains("br", StringComparison.OrdinalIgnoreCase))
        {
            headers.ContentEncoding = "br";
            return TypedResults.File(asset.Brotli, asset.ContentType);
        }

        if (accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase))
        {
            headers.ContentEncoding = "gzip";
            return TypedResults.File(asset.Gzip, asset.ContentType);
        }

        return TypedResults.File(asset.Plain, asset.ContentType);
    }

    private sealed record Asset(string Name, string Address, string ContentType, byte[] Plain, byte[] Brotli, byte[] Gzip)
    {
        public static Asset Read(Assembly assembly, string resource, FileExtensionContentTypeProvider types)
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            var plain = copy.ToArray();
            var name = resource[Prefix.Length..];
            var hash = Convert.ToHexStringLower(SHA256.HashData(plain))[..10];
            var address = $"{Path.GetFileNameWithoutExtension(name)}.{hash}{Path.GetExtension(name)}";
            var type = types.TryGetContentType(name, out var found) ? found : "application/octet-stream";
            return new(name, address, type, plain,
                Compress(plain, s => new BrotliStream(s, CompressionLevel.SmallestSize)),
                Compress(plain, s => new GZipStream(s, CompressionLevel.SmallestSize)));
        }

        private static byte[] Compress(byte[] plain, Func<Stream, Stream> compressor)
        {
            using var target = new MemoryStream();
            using (var compress = compressor(target))
            {
                compress.Write(plain);
            }

            return target.ToArray();
        }
    }
}

using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;

namespace Pulih.Platform.Web;

/// <summary>
/// Keeps a public page, compressed, for a few seconds: it is the same for everybody, and when it is shared many ask at
/// once. A page asked with anything but a language costs no new entry.
/// </summary>
public static class PublicCache
{
    public const string Name = "public-page";
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(3);

    public static void Add(OutputCacheOptions options) => options.AddPolicy(Name, policy => policy
        .Expire(Kept)
        .SetVaryByQuery("lang")
        .VaryByValue(context => new("language", CultureInfo.CurrentUICulture.TwoLetterISOLanguageName))
        .VaryByValue(context => new("encoding", Encoding(context.Request.Headers.AcceptEncoding.ToString()))));

    private static string Encoding(string accepted) =>
        accepted.Contains("br", StringComparison.OrdinalIgnoreCase) ? "br"
        : accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? "gzip"
        : "plain";
}

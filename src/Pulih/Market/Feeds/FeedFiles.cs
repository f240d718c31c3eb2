using System.IO.Compression;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Pulih.Platform.Storage;
using Pulih.Programmes.Contracts;
using Pulih.Registry.Contracts;

namespace Pulih.Market.Feeds;

/// <summary><c>/feeds/{scope}/meta.csv</c> and <c>google.xml</c>: what Facebook and Instagram shops and Google take products from.</summary>
internal static class FeedFiles
{
    private const int RetrySeconds = 3_600;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/feeds/{scope}/meta.csv", [HttpMethods.Get, HttpMethods.Head], (string scope, PulihDb db, IProgrammes programmes, IRegions regions, KeepFeeds feeds, HttpContext context, CancellationToken cancel) =>
            Send(scope, google: false, db, programmes, regions, feeds, context, cancel)).AllowAnonymous();
        routes.MapMethods("/feeds/{scope}/google.xml", [HttpMethods.Get, HttpMethods.Head], (string scope, PulihDb db, IProgrammes programmes, IRegions regions, KeepFeeds feeds, HttpContext context, CancellationToken cancel) =>
            Send(scope, google: true, db, programmes, regions, feeds, context, cancel)).AllowAnonymous();
    }

    private static async Task<IResult> Send(string name, bool google, PulihDb db, IProgrammes programmes, IRegions regions, KeepFeeds feeds, HttpContext context, CancellationToken cancel)
    {
        if (await FeedScope.Find(name, db, programmes, regions, cancel) is not { } scope)
        {
            return TypedResults.NotFound();
        }

        if (await feeds.Get(scope, google, cancel) is not { } feed)
        {
            // Never an empty file: who reads feeds would take every product away.
            context.Response.Headers.RetryAfter = RetrySeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        var type = google ? "application/xml; charset=utf-8" : "text/csv; charset=utf-8";
        var tag = new EntityTagHeaderValue($"\"{feed.Tag}\"");
        context.Response.Headers.CacheControl = "public, max-age=60";
        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        var packed = context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase);
        if (packed)
        {
            context.Response.Headers.ContentEncoding = "gzip";
        }

        var file = new FileStream(feed.File, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, useAsync: true);
        return packed
            ? TypedResults.File(file, type, lastModified: new DateTimeOffset(feed.WrittenAt), entityTag: tag)
            : TypedResults.File(new GZipStream(file, CompressionMode.Decompress), type, lastModified: new DateTimeOffset(feed.WrittenAt), entityTag: tag);
    }
}

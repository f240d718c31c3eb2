using System.Collections.Concurrent;
using System.IO.Compression;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Pulih.Learning.Contracts;
using Pulih.Platform.Storage;

namespace Pulih.Learning.Packs;

/// <summary>Serves a course's drawings: SVG for pages, PNG for chat. The version is in the address, so an answer never changes.</summary>
internal sealed class CourseMedia(Courses courses)
{
    // A course has about ten drawings of 20–60 KB, and a product a few dozen courses: keeping them costs a few megabytes.
    private readonly ConcurrentDictionary<(string Code, string Version, string File), Lazy<Media?>> kept = new();

    public static string Png(CompiledCourse course, Drawing drawing) => $"/media/courses/{course.Code}/{course.Version}/{drawing.Name}.png";

    public static string Svg(CompiledCourse course, Drawing drawing) => $"/media/courses/{course.Code}/{course.Version}/{drawing.Name}.svg";

    /// <summary>How many bytes a drawing costs on a page.</summary>
    public int Weight(CompiledCourse course, Drawing drawing) => Find(course.Code, course.Version, drawing.Name + ".svg")?.Brotli?.Length ?? 0;

    public async Task<Results<NotFound, FileContentHttpResult>> Serve(string code, string version, string file, PulihDb db, HttpContext context)
    {
        await courses.Fetch(db, [(code, version)], context.RequestAborted);
        if (Find(code, version, file) is not { } media)
        {
            return TypedResults.NotFound();
        }

        var headers = context.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.Vary = HeaderNames.AcceptEncoding;
        if (media.Brotli is not null && context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.OrdinalIgnoreCase))
        {
            headers.ContentEncoding = "br";
            return TypedResults.File(media.Brotli, media.Type);
        }

        return TypedResults.File(media.Plain, media.Type);
    }

    private Media? Find(string code, string version, string file)
    {
        // Only what a pack holds is kept: addresses somebody made up must not fill the memory.
        var path = PackPictures.PathOf(Path.GetFileNameWithoutExtension(file));
        return courses.Pack(code, version)?.Source.Bytes(path) is { } svg && Path.GetExtension(file) is ".svg" or ".png"
            ? kept.GetOrAdd((code, version, file), key => new(() => Make(svg, key.File))).Value
            : null;
    }

    private static Media? Make(byte[] svg, string file)
    {
        if (file.EndsWith(".png", StringComparison.Ordinal))
        {
            return new("image/png", DrawPicture.AsPng(svg), null);
        }

        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            brotli.Write(svg);
        }

        return new("image/svg+xml", svg, compressed.ToArray());
    }

    private sealed record Media(string Type, byte[] Plain, byte[]? Brotli);
}

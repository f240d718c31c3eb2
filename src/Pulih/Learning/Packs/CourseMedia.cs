using System.Collections.Concurrent;
using System.IO.Compression;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Pulih.Learning.Contracts;
using Pulih.Platform.Storage;

namespace Pulih.Learning.Packs;

/// <summary>Serves a course's pictures and voices: drawings as SVG for pages and PNG for chat, photos and voices as they are. The version is in the address, so an answer never changes.</summary>
internal sealed class CourseMedia(Courses courses)
{
    // A course has about ten drawings of 20–60 KB, and a product a few dozen courses: keeping them costs a few megabytes.
    private readonly ConcurrentDictionary<(string Code, string Version, string File), Lazy<Media?>> kept = new();

    /// <summary>The picture as chat shows it: a drawing is drawn for it, a photo goes as it is.</summary>
    public static string ForChat(CompiledCourse course, Drawing drawing) => $"/media/courses/{course.Code}/{course.Version}/{Path.ChangeExtension(drawing.File, PackPictures.IsPhoto(drawing.File) ? ".jpg" : ".png")}";

    public static string ForPage(CompiledCourse course, Drawing drawing) => $"/media/courses/{course.Code}/{course.Version}/{drawing.File}";

    public static string ForEar(CompiledCourse course, string audio) => $"/media/courses/{course.Code}/{course.Version}/{audio}";

    /// <summary>How many bytes a drawing costs on a page.</summary>
    public int Weight(CompiledCourse course, Drawing drawing) => Find(course.Code, course.Version, drawing.File) is { } media ? media.Brotli?.Length ?? media.Plain.Length : 0;

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

        return TypedResults.File(media.Plain, media.Type, enableRangeProcessing: true);
    }

    private Media? Find(string code, string version, string file)
    {
        // Only what a pack holds is kept: addresses somebody made up must not fill the memory.
        if (PackAudio.NameOf(PackAudio.PathOf(file)) is not null)
        {
            return courses.Pack(code, version)?.Source.Bytes(PackAudio.PathOf(file)) is { } voice ? new("audio/ogg", voice, null) : null;
        }

        var path = PackPictures.PathOf(file.EndsWith(".png", StringComparison.Ordinal) ? Path.ChangeExtension(file, ".svg") : file);
        return PackPictures.NameOf(path) is not null && courses.Pack(code, version)?.Source.Bytes(path) is { } picture
            ? kept.GetOrAdd((code, version, file), key => new(() => Make(picture, key.File))).Value
            : null;
    }

    private static Media? Make(byte[] svg, string file)
    {
        if (file.EndsWith(".png", StringComparison.Ordinal))
        {
            return new("image/png", DrawPicture.AsPng(svg), null);
        }

        if (PackPictures.IsPhoto(file))
        {
            return new("image/jpeg", svg, null);
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

using System.Globalization;
using FakeMeta.Graph;
using FakeMeta.Webhooks;
using Microsoft.AspNetCore.Http;

namespace FakeMeta.Media;

/// <summary>Upload, look-up and download of files; a download address lives five minutes.</summary>
internal sealed class MediaApi(MediaStore store, TimeProvider clock)
{
    private const int UploadDays = 30;
    private static readonly TimeSpan AddressLives = TimeSpan.FromMinutes(5);

    public async Task Upload(HttpContext context)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : null;
        var file = form?.Files["file"];
        var refusal = form?["messaging_product"].ToString() != "whatsapp" ? GraphError.Request("The parameter messaging_product is required.")
            : file is null ? GraphError.Request("The parameter file is required.")
            : MediaStore.UploadRefusal(MimeType(form, file), file.Length);
        if (refusal is not null)
        {
            await GraphAnswer.Error(context, refusal);
            return;
        }

        using var bytes = new MemoryStream();
        await file!.CopyToAsync(bytes, context.RequestAborted);
        var stored = store.Add(MimeType(form!, file), bytes.ToArray(), UploadDays);
        await GraphAnswer.Json(context, new MetaJson().Raw("{\"id\":"u8).Text(stored.Id).Raw("}"u8));
    }

    public Task Describe(HttpContext context, string id)
    {
        if (store.Find(id) is not { } file)
        {
            return GraphAnswer.Error(context, GraphError.NoSuchObject(id));
        }

        var until = (clock.GetUtcNow() + AddressLives).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return GraphAnswer.Json(context, new MetaJson().Raw("{\"messaging_product\":\"whatsapp\",\"url\":"u8)
            .Text($"http://{context.Request.Host}/downloads/{id}/{until}").Raw(",\"mime_type\":"u8).Text(file.MimeType)
            .Raw(",\"sha256\":"u8).Text(file.Sha256).Raw(",\"file_size\":"u8).Number(file.Bytes.Length)
            .Raw(",\"id\":"u8).Text(id).Raw("}"u8));
    }

    public Task Download(HttpContext context, string id, string until)
    {
        if (store.Find(id) is not { } file || !long.TryParse(until, CultureInfo.InvariantCulture, out var end)
            || clock.GetUtcNow().ToUnixTimeSeconds() > end)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        context.Response.ContentType = file.MimeType;
        context.Response.ContentLength = file.Bytes.Length;
        return context.Response.Body.WriteAsync(file.Bytes, context.RequestAborted).AsTask();
    }

    /// <summary>A file somebody sent to a Page, which needs no token.</summary>
    public Task Fetch(HttpContext context, string id)
    {
        if (store.Find(id) is not { } file)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        context.Response.ContentType = file.MimeType;
        return context.Response.Body.WriteAsync(file.Bytes, context.RequestAborted).AsTask();
    }

    private static string MimeType(IFormCollection form, IFormFile file) =>
        form["type"].ToString() is { Length: > 0 } type && type.Contains('/', StringComparison.Ordinal) ? type : file.ContentType ?? "";
}

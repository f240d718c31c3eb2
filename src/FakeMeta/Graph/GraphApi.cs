using System.Net;
using FakeMeta.Media;
using FakeMeta.Pages;
using FakeMeta.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace FakeMeta.Graph;

/// <summary>The routes: /{version}/{phone_number_id}/messages and media, /{version}/{id}, and media downloads.</summary>
internal sealed class GraphApi(FakeMetaOptions options, MessagesApi messages, PageSends pages, MediaApi media)
{
    private const long LargestUpload = 110L << 20;

    /// <summary>A bare Kestrel with nothing before the routes: a benchmark's sink must cost little.</summary>
    public WebApplication Listen()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestUpload;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        var app = builder.Build();
        app.Run((RequestDelegate)Handle);
        return app;
    }

    private Task Handle(HttpContext context)
    {
        var path = (context.Request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (path is ["files", var file] && HttpMethods.IsGet(context.Request.Method))
        {
            return media.Fetch(context, file);
        }

        if (!HasToken(context))
        {
            return GraphAnswer.Error(context, GraphError.BadToken);
        }

        var get = HttpMethods.IsGet(context.Request.Method);
        var post = HttpMethods.IsPost(context.Request.Method);
        return path switch
        {
            ["downloads", var id, var until] when get => media.Download(context, id, until),
            [var version, var page, "messages"] when post && IsVersion(version) && options.Pages.Contains(page) => pages.Post(context, page),
            [var version, var number, "messages"] when post && IsVersion(version) =>
                IsOurs(number) ? messages.Post(context, number) : GraphAnswer.Error(context, GraphError.NoSuchObject(number)),
            [var version, var number, "media"] when post && IsVersion(version) =>
                IsOurs(number) ? media.Upload(context) : GraphAnswer.Error(context, GraphError.NoSuchObject(number)),
            [var version, var id] when get && IsVersion(version) => IsOurs(id) ? Number(context, id) : media.Describe(context, id),
            _ => GraphAnswer.Error(context, GraphError.NoSuchObject(path.ElementAtOrDefault(1) ?? "")),
        };
    }

    private Task Number(HttpContext context, string id) => GraphAnswer.Json(context, new MetaJson()
        .Raw("{\"id\":"u8).Text(id).Raw(",\"display_phone_number\":"u8).Text(WebhookBodies.DisplayNumber(options, id))
        .Raw(",\"quality_rating\":\"GREEN\",\"throughput\":{\"level\":\"STANDARD\"}}"u8));

    private bool HasToken(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        return header.Length == options.AccessToken.Length + 7
            && header.StartsWith("Bearer ", StringComparison.Ordinal) && header.EndsWith(options.AccessToken, StringComparison.Ordinal);
    }

    private bool IsOurs(string number) => options.PhoneNumberIds.Contains(number);

    private static bool IsVersion(string segment) => segment is ['v', >= '0' and <= '9', ..] && segment.Contains('.', StringComparison.Ordinal);
}

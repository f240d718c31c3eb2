using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using Pulih.Platform.Web;

namespace Pulih.Learning.Offline;

/// <summary>What makes a learner's pages an app on the phone: the worker that answers without a signal, and the manifest by which it is installed.</summary>
internal static class OfflineApp
{
    public static void MapOfflineApp(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/belajar/sw.js", Worker).AllowAnonymous();
        routes.MapGet("/belajar/{token}/app.webmanifest", Manifest).AllowAnonymous();
    }

    /// <summary>Under a name that stays, because a browser looks there for a newer one by itself.</summary>
    private static FileContentHttpResult Worker(Assets assets, HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.File(assets.Plain("sw.js"), "text/javascript");
    }

    /// <summary>Says nothing of whose link it is: any token gives the same, with its own first page.</summary>
    private static JsonHttpResult<object> Manifest(string token, Assets assets, IStringLocalizer<Texts> texts) => TypedResults.Json<object>(
        new
        {
            name = texts["OfflineApp"].Value,
            short_name = "Pulih",
            start_url = $"/belajar/{Uri.EscapeDataString(token)}",
            scope = "/belajar/",
            display = "standalone",
            background_color = "#fbf8f2",
            theme_color = "#0b5d5a",
            icons = new[]
            {
                new { src = assets["icon.svg"], sizes = "any", type = "image/svg+xml" },
                new { src = assets["icon-192.png"], sizes = "192x192", type = "image/png" },
                new { src = assets["icon-512.png"], sizes = "512x512", type = "image/png" },
            },
        },
        contentType: "application/manifest+json");
}

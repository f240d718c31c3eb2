using Microsoft.EntityFrameworkCore;
using Pulih.Chat.Inbox;
using Pulih.Chat.Pages;
using Pulih.Chat.WhatsApp;
using Pulih.Platform.Storage;
using Pulih.Sending.Contracts;

namespace Pulih.Chat.Webhooks;

/// <summary>Meta's handshake and deliveries, for each channel that is on.</summary>
internal static class ReceiveWebhooks
{
    public const int LongestBody = 3 * 1024 * 1024;
    private const string Address = "/webhooks/{channel}";

    public static void MapWebhooks(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Address, Handshake).AllowAnonymous();
        routes.MapPost(Address, Receive).AllowAnonymous().DisableAntiforgery();
    }

    private static IResult Handshake(string channel, HttpRequest request, MetaChannels channels) =>
        channels.Of(channel) is not { } settings ? Results.NotFound()
        : request.Query["hub.mode"] == "subscribe" && settings.VerifyToken.Length > 0 && request.Query["hub.verify_token"] == settings.VerifyToken
            ? Results.Text(request.Query["hub.challenge"].ToString())
            : Results.StatusCode(StatusCodes.Status403Forbidden);

    /// <summary>200 only after what the body brought is durable; 401 without a word to whoever is not Meta; 503 when too many wait, so that Meta repeats.</summary>
    private static async Task<IResult> Receive(string channel, HttpContext context, MetaChannels channels, AppendToInbox inbox, IFollowTemplates templates, IDbContextFactory<PulihDb> dbs, TimeProvider clock)
    {
        if (channels.Of(channel) is not { } settings)
        {
            return Results.NotFound();
        }

        if (context.Request.ContentLength > LongestBody)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        using var body = new MemoryStream((int)(context.Request.ContentLength ?? 4096));
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var bytes = body.GetBuffer().AsMemory(0, (int)body.Length);
        if (!Signature.Holds(bytes.Span, context.Request.Headers["X-Hub-Signature-256"], settings.AppSecret, settings.PreviousAppSecret))
        {
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var delivery = channel == ChannelName.WhatsApp ? ReadWebhook.From(bytes, now) : ReadPageWebhook.From(bytes, channel, now);
        if (delivery.Templates.Count > 0)
        {
            await using var db = await dbs.CreateDbContextAsync(context.RequestAborted);
            await templates.Follow(db, delivery.Templates, context.RequestAborted);
            await db.SaveChangesAsync(context.RequestAborted);
        }

        if (delivery.IsEmpty || await inbox.Append(delivery))
        {
            return Results.Ok();
        }

        context.Response.Headers.RetryAfter = "5";
        return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }
}

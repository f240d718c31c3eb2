using Microsoft.EntityFrameworkCore;
using Pulih.Chat.Inbox;
using Pulih.Chat.Turns;
using Pulih.Platform.Accounts;
using Pulih.Platform.Storage;
using Pulih.Sending.Contracts;

namespace Pulih.Chat.Takeover;

/// <summary>
/// Tells an open page that there is something new, by server-sent events; the page then reads itself anew, so nothing
/// personal travels here. A stream ends after a while and the browser opens the next one by itself.
/// </summary>
internal static class WatchInbox
{
    public const string Address = "/desk/inbox/stream";
    private const int Shown = 50;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    public static void MapWatchInbox(this IEndpointRouteBuilder routes) => routes.MapGet(Address, Watch).RequireAuthorization(Policies.Classes);

    private static async Task Watch(Guid? id, HttpContext context, IDbContextFactory<PulihDb> dbs, ISent sent, IHostApplicationLifetime life, TimeProvider clock)
    {
        if (!context.Request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status406NotAcceptable;
            return;
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, life.ApplicationStopping);
        end.CancelAfter(Longest);
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            await context.Response.WriteAsync("retry: 1000\n\n", end.Token);
            await context.Response.Body.FlushAsync(end.Token);
            for (var seen = await State(dbs, sent, id, clock, end.Token); ;)
            {
                await Task.Delay(Look, end.Token);
                var now = await State(dbs, sent, id, clock, end.Token);
                if (now != seen)
                {
                    seen = now;
                    await context.Response.WriteAsync("data: baru\n\n", end.Token);
                    await context.Response.Body.FlushAsync(end.Token);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left, the product stops, or the time is over.
        }
    }

    /// <summary>Another text where something has changed: who waits and who holds, or the end of one conversation.</summary>
    private static async Task<string> State(IDbContextFactory<PulihDb> dbs, ISent sent, Guid? id, TimeProvider clock, CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        if (id is null)
        {
            var waiting = await db.Waiting(now).Take(Shown).Select(c => new { c.Id, c.Version }).ToListAsync(cancel);
            var held = await db.Held(now).Take(Shown).Select(c => new { c.Id, c.Version }).ToListAsync(cancel);
            return string.Join(' ', waiting.Concat(held).Select(c => $"{c.Id:N}{c.Version}"));
        }

        if (await db.Set<Conversation>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancel) is not { } conversation)
        {
            return "";
        }

        var heard = await db.Set<InboxMessage>().Where(m => m.Address == conversation.Address).OrderByDescending(m => m.Id).Select(m => m.Id).FirstOrDefaultAsync(cancel);
        var said = (await sent.To(db, conversation.Channel, [conversation.Address], now.AddDays(1), 3, cancel)).Select(m => $"{m.Id:N}{m.State}");
        return $"{conversation.Version} {heard} {string.Join(' ', said)}";
    }
}

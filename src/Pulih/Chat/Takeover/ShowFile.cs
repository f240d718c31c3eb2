using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Pulih.Chat.Contracts;
using Pulih.Chat.Inbox;
using Pulih.Platform.Accounts;
using Pulih.Platform.Media;
using Pulih.Platform.Storage;

namespace Pulih.Chat.Takeover;

/// <summary>
/// A photo or voice somebody sent, got from the provider when a helper opens the conversation; it keeps them seven days.
/// A photo is drawn anew and a voice must be OGG, so nothing that came in from outside runs in a helper's browser.
/// </summary>
internal static class ShowFile
{
    public const string Address = "/desk/inbox/files/";
    private const int Most = 16 * 1024 * 1024;

    public static void MapShowFile(this IEndpointRouteBuilder routes) => routes.MapGet(Address + "{message}", Show).RequireAuthorization(Policies.Classes);

    private static async Task<IResult> Show(string message, PulihDb db, IFetchFiles files, CancellationToken cancel)
    {
        _ = long.TryParse(message, NumberStyles.None, CultureInfo.InvariantCulture, out var id);
        var sent = await db.Set<InboxMessage>().AsNoTracking().Where(m => m.Id == id && (m.Kind == HeardKind.Picture || m.Kind == HeardKind.Voice) && m.Payload != null)
            .Select(m => new { m.Channel, m.Kind, m.Payload }).SingleOrDefaultAsync(cancel);
        if (sent is null || await files.Fetch(sent.Channel, sent.Payload!, Most, cancel) is not { Bytes: { } bytes })
        {
            return Results.NotFound();
        }

        return sent.Kind == HeardKind.Picture
            ? ShrinkPhoto.Of(bytes) is { } photo ? Results.Bytes(photo, "image/jpeg") : Results.NotFound()
            : bytes.AsSpan().StartsWith("OggS"u8) ? Results.Bytes(bytes, "audio/ogg") : Results.NotFound();
    }
}

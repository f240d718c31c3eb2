using System.Text.Json;
using Pulih.Platform;
using Pulih.Sending.Channels;
using Pulih.Sending.Contracts;
using Pulih.Sending.Outbox;

namespace Pulih.Sending.Pages;

/// <summary>Messenger or Instagram over the Send API; both take the same bodies.</summary>
internal sealed class PageChannel(GraphPost graph, MetaSettings page, Capabilities can, Settings settings, TimeProvider clock) : IChannel
{
    public string Name => page.Channel;

    public Capabilities Can => can;

    public bool PairRule => false;

    public bool Costs => false;

    public Task<SendResult> Send(OutboxMessage message, CancellationToken cancel) =>
        graph.Send(page, message.Number, PageMessage.Json(message, can, settings.PublicUrl, clock.GetUtcNow().UtcDateTime), IdOf, PageErrors.For, cancel);

    private static string? IdOf(JsonElement answer) => answer.TryGetProperty("message_id"u8, out var id) ? id.GetString() : null;
}

using System.Text.Json;
using Pulih.Platform;
using Pulih.Sending.Channels;
using Pulih.Sending.Contracts;
using Pulih.Sending.Outbox;

namespace Pulih.Sending.WhatsApp;

/// <summary>WhatsApp over the Cloud API.</summary>
internal sealed class WhatsAppChannel(GraphPost graph, WhatsAppSettings whatsApp, Settings settings) : IChannel
{
    public string Name => ChannelName.WhatsApp;

    public Capabilities Can => Capabilities.WhatsApp;

    public bool PairRule => true;

    public bool Costs => true;

    public Task<SendResult> Send(OutboxMessage message, CancellationToken cancel) =>
        graph.Send(whatsApp, message.Number, WhatsAppMessage.Json(message, settings.PublicUrl), IdOf, (code, _) => WhatsAppErrors.For(code), cancel);

    private static string? IdOf(JsonElement answer) =>
        answer.TryGetProperty("messages"u8, out var messages) && messages.GetArrayLength() > 0 ? messages[0].GetProperty("id"u8).GetString() : null;
}

using System.Text.Encodings.Web;
using System.Text.Json;
using Pulih.Platform.Storage;
using Pulih.Sending.Contracts;
using Pulih.Sending.Cost;
using Pulih.Sending.Senders;

namespace Pulih.Sending.Outbox;

/// <summary>The way into the outbox.</summary>
internal sealed class QueueMessage(WhatsAppSettings whatsApp, WakeSenders senders, TimeProvider clock) : IOutbox
{
    // The body is read by the desk and by senders only, never put into a page unescaped.
    public static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    public Guid Queue(PulihDb db, Outgoing message)
    {
        if (message.Say is { Audio: { } audio, Text.Length: > 0 })
        {
            Queue(db, message with { Say = new("") { Audio = audio }, InReplyTo = null });
            message = message with { Say = message.Say with { Audio = null } };
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var queued = new OutboxMessage
        {
            Id = Ids.Next(clock),
            PersonId = message.PersonId,
            Channel = message.Channel,
            Number = message.Number is { Length: > 0 } number ? number : whatsApp.Numbers[0].Id,
            Address = message.Address,
            Purpose = message.Purpose,
            Body = JsonSerializer.Serialize(message.Say, Json),
            Dialogue = message.Dialogue,
            InReplyTo = message.InReplyTo,
            HeardAt = message.HeardAt,
            QueuedAt = now,
            DueAt = now,
            ProgrammeId = message.ProgrammeId ?? Budget.Nobody,
            FreeUntil = message.FreeUntil,
            CampaignId = message.CampaignId,
            Category = message.Say.Template is not { } template ? PriceCategory.Service : template.Marketing ? PriceCategory.Marketing : PriceCategory.Utility,
        };
        db.Add(queued);
        return queued.Id;
    }

    public void Wake() => senders.Wake();
}

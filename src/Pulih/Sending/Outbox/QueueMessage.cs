using System.Text.Encodings.Web;
using System.Text.Json;
using Pulih.Platform.Storage;
using Pulih.Sending.Channels;
using Pulih.Sending.Contracts;
using Pulih.Sending.Cost;
using Pulih.Sending.Senders;

namespace Pulih.Sending.Outbox;

/// <summary>The way into the outbox.</summary>
internal sealed class QueueMessage(MetaChannels meta, AllChannels channels, WakeSenders senders, TimeProvider clock) : IOutbox
{
    // The body is read by the desk and by senders only, never put into a page unescaped.
    public static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    public Guid Queue(PulihDb db, Outgoing message)
    {
        var last = Guid.Empty;
        var parts = Portion.Of(message.Say, channels.Of(message.Channel).Can).ToList();
        for (var i = 0; i < parts.Count; i++)
        {
            // The last part answers the message, so that an answer is counted once.
            last = Add(db, message with { Say = parts[i], InReplyTo = i == parts.Count - 1 ? message.InReplyTo : null });
        }

        return last;
    }

    public void Wake() => senders.Wake();

    private Guid Add(PulihDb db, Outgoing message)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var queued = new OutboxMessage
        {
            Id = Ids.Next(clock),
            PersonId = message.PersonId,
            Channel = message.Channel,
            Number = message.Number is { Length: > 0 } number ? number : meta.Of(message.Channel)!.Outlets[0].Id,
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
}

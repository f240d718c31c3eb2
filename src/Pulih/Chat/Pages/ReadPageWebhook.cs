using System.Globalization;
using System.Text.Json;
using Pulih.Chat.Contracts;
using Pulih.Chat.Inbox;
using Pulih.Chat.Webhooks;
using Pulih.Chat.Words;

namespace Pulih.Chat.Pages;

/// <summary>
/// A webhook body of Messenger or Instagram as messages and statuses. What we said ourselves comes back as an echo and
/// only settles a send; what another app handles (standby) is none of ours.
/// </summary>
internal static class ReadPageWebhook
{
    public static Delivery From(ReadOnlyMemory<byte> body, string channel, DateTime receivedAt)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var messages = new List<InboxMessage>();
            var statuses = new List<StatusReport>();
            foreach (var happened in MetaJson.Each(json.RootElement, "entry").SelectMany(e => MetaJson.Each(e, "messaging")))
            {
                if (Message(happened, channel, receivedAt) is { } message)
                {
                    messages.Add(message);
                }
                else if (Status(happened, channel, receivedAt) is { } status)
                {
                    statuses.Add(status);
                }
            }

            return new(messages, statuses, []);
        }
        catch (JsonException trouble)
        {
            return Delivery.Unreadable(channel, body, trouble, receivedAt);
        }
    }

    private static InboxMessage? Message(JsonElement happened, string channel, DateTime receivedAt)
    {
        var address = MetaJson.Code(MetaJson.Of(happened, "sender"), "id");
        var stamp = MetaJson.Of(happened, "timestamp");
        if (address.Length is 0 or > InboxMessage.LongestAddress || Said(happened) is not { } said)
        {
            return null;
        }

        // Taps and links of some versions carry no id: who and when is one.
        var id = said.Id.Length > 0 ? said.Id : string.Create(CultureInfo.InvariantCulture, $"{address}:{stamp.GetRawText().Trim('"')}");
        return id.Length > InboxMessage.LongestId ? null : new()
        {
            Channel = channel,
            MessageId = id,
            Lane = InboxMessage.LaneOf(channel, address),
            Address = address,
            Number = MetaJson.Code(MetaJson.Of(happened, "recipient"), "id"),
            Kind = said.Kind,
            Text = said.Text,
            Payload = MetaJson.Short(said.Payload ?? "", InboxMessage.LongestPayload),
            FromAd = said.FromAd,
            Body = CleanText.MaskNumbersInJson(happened.GetRawText()),
            SentAt = MetaJson.At(stamp, receivedAt),
            ReceivedAt = receivedAt,
        };
    }

    private sealed record Words(string Id, HeardKind Kind, string Text, string? Payload = null, bool FromAd = false);

    /// <summary>Null for what asks for no answer: echoes, deletions, reactions, edits, receipts.</summary>
    private static Words? Said(JsonElement happened)
    {
        var message = MetaJson.Of(happened, "message");
        if (message.ValueKind == JsonValueKind.Object)
        {
            return IsTrue(message, "is_echo") || IsTrue(message, "is_deleted") ? null : Written(message);
        }

        var postback = MetaJson.Of(happened, "postback");
        var referral = postback.ValueKind == JsonValueKind.Object ? MetaJson.Of(postback, "referral") : MetaJson.Of(happened, "referral");
        var link = MetaJson.Code(referral, "ref");
        var ad = MetaJson.Code(referral, "source") == "ADS";
        if (link.Length > 0)
        {
            // A person who comes by m.me or ig.me with a code says it as one does on WhatsApp.
            return new(MetaJson.Code(postback, "mid"), HeardKind.Text, $"(kode {link})", FromAd: ad);
        }

        return postback.ValueKind == JsonValueKind.Object
            ? new(MetaJson.Code(postback, "mid"), HeardKind.Tap, CleanText.Of(MetaJson.Of(postback, "title")), MetaJson.Code(postback, "payload"), ad)
            : null;
    }

    private static Words Written(JsonElement message)
    {
        var id = MetaJson.Code(message, "mid");
        var text = CleanText.Of(MetaJson.Of(message, "text"));
        var link = MetaJson.Code(MetaJson.Of(message, "referral"), "ref");
        if (MetaJson.Code(MetaJson.Of(message, "quick_reply"), "payload") is { Length: > 0 } tapped)
        {
            return new(id, HeardKind.Tap, text, tapped);
        }

        if (link.Length > 0)
        {
            return new(id, HeardKind.Text, $"{text} (kode {link})".Trim());
        }

        var attachment = MetaJson.Each(message, "attachments").FirstOrDefault();
        var file = MetaJson.Code(MetaJson.Of(attachment, "payload"), "url");
        return MetaJson.Code(attachment, "type") switch
        {
            "" when !IsTrue(message, "is_unsupported") => new(id, HeardKind.Text, text),
            "audio" => new(id, HeardKind.Voice, "", file),
            "image" => new(id, HeardKind.Picture, text, file),
            "location" => new(id, HeardKind.Location, text),

            // A shared link is words with a preview.
            "fallback" when text.Length > 0 => new(id, HeardKind.Text, text),
            _ => new(id, HeardKind.Other, text),
        };
    }

    /// <summary>How far messages of ours came: an echo of one, or a receipt up to a moment (Messenger) or a message (Instagram).</summary>
    private static StatusReport? Status(JsonElement happened, string channel, DateTime receivedAt)
    {
        var message = MetaJson.Of(happened, "message");
        if (IsTrue(message, "is_echo"))
        {
            return Guid.TryParse(MetaJson.Code(message, "metadata"), out var outbox) && MetaJson.Short(MetaJson.Code(message, "mid"), InboxMessage.LongestId) is { } mid
                ? new() { Channel = channel, MessageId = mid, OutboxId = outbox, Status = "sent", At = MetaJson.At(MetaJson.Of(happened, "timestamp"), receivedAt) }
                : null;
        }

        var read = MetaJson.Of(happened, "read");
        var receipt = read.ValueKind == JsonValueKind.Object ? read : MetaJson.Of(happened, "delivery");
        var address = MetaJson.Code(MetaJson.Of(happened, "sender"), "id");
        return receipt.ValueKind != JsonValueKind.Object || address.Length is 0 or > InboxMessage.LongestAddress ? null : new()
        {
            Channel = channel,
            MessageId = MetaJson.Short(MetaJson.Code(receipt, "mid"), InboxMessage.LongestId) ?? "",
            Address = address,
            Status = read.ValueKind == JsonValueKind.Object ? "read" : "delivered",
            At = MetaJson.At(MetaJson.Of(receipt, "watermark"), receivedAt),
        };
    }

    private static bool IsTrue(JsonElement element, string name) => MetaJson.Of(element, name).ValueKind == JsonValueKind.True;
}

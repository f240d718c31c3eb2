using System.Globalization;
using System.Text.Json;
using Pulih.Chat.Contracts;
using Pulih.Chat.Inbox;
using Pulih.Chat.Webhooks;
using Pulih.Chat.Words;
using Pulih.Sending.Contracts;

namespace Pulih.Chat.WhatsApp;

/// <summary>
/// A webhook body as messages and statuses. It takes every entry, change and message, passes over what it does not
/// know, and keeps what it cannot read; it never refuses, because Meta would repeat a refused body for seven days.
/// </summary>
internal static class ReadWebhook
{
    private const string Channel = ChannelName.WhatsApp;

    /// <summary>Ids of buttons and rows (Cloud API, interactive messages).</summary>
    private const int LongestPayload = 256;

    public static Delivery From(ReadOnlyMemory<byte> body, DateTime receivedAt)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var messages = new List<InboxMessage>();
            var statuses = new List<StatusReport>();
            var templates = new List<TemplateReport>();
            foreach (var change in MetaJson.Each(json.RootElement, "entry").SelectMany(e => MetaJson.Each(e, "changes")))
            {
                var value = MetaJson.Of(change, "value");
                if (MetaJson.Code(change, "field") is "message_template_status_update" or "template_category_update")
                {
                    templates.Add(Template(value, receivedAt));
                    continue;
                }

                var number = MetaJson.Code(MetaJson.Of(value, "metadata"), "phone_number_id");
                var names = MetaJson.Each(value, "contacts").ToList();
                messages.AddRange(MetaJson.Each(value, "messages").Select(m => Message(m, number, names, receivedAt)).OfType<InboxMessage>());
                messages.AddRange(MetaJson.Each(value, "user_preferences").Select(p => Preference(p, number, receivedAt)).OfType<InboxMessage>());
                statuses.AddRange(MetaJson.Each(value, "statuses").Select(s => Status(s, receivedAt)).OfType<StatusReport>());
            }

            return new(messages, statuses, []) { Templates = templates };
        }
        catch (JsonException trouble)
        {
            return Delivery.Unreadable(Channel, body, trouble, receivedAt);
        }
    }

    private static InboxMessage? Message(JsonElement message, string number, List<JsonElement> contacts, DateTime receivedAt)
    {
        var id = MetaJson.Code(message, "id");
        var address = AddressOf(message);
        var userId = MetaJson.Short(MetaJson.Code(message, "from_user_id"), InboxMessage.LongestAddress);
        var type = MetaJson.Code(message, "type");
        if (id.Length is 0 or > InboxMessage.LongestId || address.Length is 0 or > InboxMessage.LongestAddress || message.TryGetProperty("group_id", out _) || type is "reaction" or "edit" or "revoke")
        {
            // Groups are out of scope; the others ask for no answer.
            return null;
        }

        var (kind, text, payload) = MessageContent.Of(message, type);
        if (kind == HeardKind.Moved && text.Length is 0 or > InboxMessage.LongestAddress)
        {
            return null; // The identity changed but the address did not.
        }

        return new()
        {
            Channel = Channel,
            MessageId = id,
            Lane = InboxMessage.LaneOf(Channel, userId ?? address),
            Address = address,
            UserId = userId,
            ProfileName = ProfileName(contacts, address),
            Number = number,
            Kind = kind,
            Text = text,
            Payload = MetaJson.Short(payload ?? "", LongestPayload),
            FromAd = MetaJson.Code(MetaJson.Of(message, "referral"), "source_type") == "ad",
            Body = CleanText.MaskNumbersInJson(message.GetRawText()),
            SentAt = MetaJson.At(MetaJson.Of(message, "timestamp"), receivedAt),
            ReceivedAt = receivedAt,
        };
    }

    /// <summary>Somebody told WhatsApp that they want no promotion from us; that they want it again is no permission.</summary>
    private static InboxMessage? Preference(JsonElement preference, string number, DateTime receivedAt)
    {
        var (address, userId) = (MetaJson.Code(preference, "wa_id"), MetaJson.Short(MetaJson.Code(preference, "user_id"), InboxMessage.LongestAddress));
        address = address.Length > 0 ? address : userId ?? "";
        var stamp = MetaJson.Of(preference, "timestamp");
        return MetaJson.Code(preference, "value") != "stop" || address.Length is 0 or > InboxMessage.LongestAddress ? null : new()
        {
            Channel = Channel, MessageId = string.Create(CultureInfo.InvariantCulture, $"stop:{address}:{stamp.GetRawText().Trim('"')}"), Lane = InboxMessage.LaneOf(Channel, userId ?? address),
            Address = address, UserId = userId, Number = number, Kind = HeardKind.NoOffers, Text = "", SentAt = MetaJson.At(stamp, receivedAt), ReceivedAt = receivedAt,
        };
    }

    private static TemplateReport Template(JsonElement value, DateTime receivedAt) => new(
        MetaJson.Code(value, "message_template_name"), MetaJson.Code(value, "message_template_language"),
        MetaJson.Short(MetaJson.Code(value, "event")), CleanText.Of(MetaJson.Of(value, "reason")) is { Length: > 0 } why ? why : null,
        MetaJson.Short(MetaJson.Code(value, "new_category")), receivedAt);

    private static StatusReport? Status(JsonElement status, DateTime receivedAt)
    {
        var id = MetaJson.Code(status, "id");
        var what = MetaJson.Code(status, "status");
        if (id.Length is 0 or > InboxMessage.LongestId || what.Length is 0 or > 20)
        {
            return null;
        }

        var error = MetaJson.Each(status, "errors").Select(e => MetaJson.Of(e, "code")).FirstOrDefault();
        var pricing = MetaJson.Of(status, "pricing");
        return new()
        {
            Channel = Channel,
            MessageId = id,
            OutboxId = Guid.TryParse(MetaJson.Code(status, "biz_opaque_callback_data").Split(':')[0], out var outbox) ? outbox : null,
            Status = what,
            At = MetaJson.At(MetaJson.Of(status, "timestamp"), receivedAt),
            ErrorCode = error.ValueKind == JsonValueKind.Number && error.TryGetInt32(out var code) ? code : null,
            PriceCategory = MetaJson.Short(MetaJson.Code(pricing, "category")),
            PriceType = MetaJson.Short(MetaJson.Code(pricing, "type")),
        };
    }

    /// <summary>The phone number; the business-scoped id of a person whose number Meta withholds.</summary>
    private static string AddressOf(JsonElement message) =>
        MetaJson.Code(message, "from") is { Length: > 0 } phone ? phone : MetaJson.Code(message, "from_user_id");

    private static string? ProfileName(List<JsonElement> contacts, string address)
    {
        var contact = contacts.Find(c => MetaJson.Code(c, "wa_id") == address || MetaJson.Code(c, "user_id") == address);
        var name = CleanText.Of(MetaJson.Of(MetaJson.Of(contact, "profile"), "name"));
        return name.Length == 0 ? null : name.Length > 200 ? name[..(char.IsHighSurrogate(name[199]) ? 199 : 200)] : name;
    }
}

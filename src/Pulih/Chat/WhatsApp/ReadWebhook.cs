using System.Globalization;
using System.Text.Json;
using Pulih.Chat.Contracts;
using Pulih.Chat.Inbox;
using Pulih.Chat.Words;
using Pulih.Sending.Contracts;

namespace Pulih.Chat.WhatsApp;

/// <summary>
/// A webhook body as messages and statuses. It takes every entry, change and message, passes over what it does not
/// know, and keeps what it cannot read; it never refuses, because Meta would repeat a refused body for seven days.
/// </summary>
internal static class ReadWebhook
{
    public const string Channel = "whatsapp";

    public static Delivery From(ReadOnlyMemory<byte> body, DateTime receivedAt)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var messages = new List<InboxMessage>();
            var statuses = new List<StatusReport>();
            var templates = new List<TemplateReport>();
            foreach (var change in Each(json.RootElement, "entry").SelectMany(e => Each(e, "changes")))
            {
                var value = Of(change, "value");
                if (CleanText.Code(Of(change, "field")) is "message_template_status_update" or "template_category_update")
                {
                    templates.Add(Template(value, receivedAt));
                    continue;
                }

                var number = CleanText.Code(Of(Of(value, "metadata"), "phone_number_id"));
                var names = Each(value, "contacts").ToList();
                messages.AddRange(Each(value, "messages").Select(m => Message(m, number, names, receivedAt)).OfType<InboxMessage>());
                statuses.AddRange(Each(value, "statuses").Select(s => Status(s, receivedAt)).OfType<StatusReport>());
            }

            return new(messages, statuses, []) { Templates = templates };
        }
        catch (JsonException trouble)
        {
            return new([], [], [new UnreadBody { Channel = Channel, Body = body.ToArray(), Trouble = $"Not JSON at byte {trouble.BytePositionInLine}.", ReceivedAt = receivedAt }]);
        }
    }

    private static InboxMessage? Message(JsonElement message, string number, List<JsonElement> contacts, DateTime receivedAt)
    {
        var id = CleanText.Code(Of(message, "id"));
        var address = AddressOf(message);
        var type = CleanText.Code(Of(message, "type"));
        if (id.Length is 0 or > 200 || address.Length is 0 or > 140 || message.TryGetProperty("group_id", out _) || type is "reaction" or "edit" or "revoke")
        {
            // Groups are out of scope; the others ask for no answer.
            return null;
        }

        var (kind, text, payload) = MessageContent.Of(message, type);
        if (kind == HeardKind.Moved && text.Length is 0 or > 140)
        {
            return null; // The identity changed but the address did not.
        }

        return new()
        {
            Channel = Channel,
            MessageId = id,
            Lane = InboxMessage.LaneOf(Channel, address),
            Address = address,
            ProfileName = ProfileName(contacts, address),
            Number = number,
            Kind = kind,
            Text = text,
            Payload = payload is { Length: > 256 } ? null : payload,
            FromAd = CleanText.Code(Of(Of(message, "referral"), "source_type")) == "ad",
            Body = CleanText.MaskNumbersInJson(message.GetRawText()),
            SentAt = At(message, receivedAt),
            ReceivedAt = receivedAt,
        };
    }

    private static TemplateReport Template(JsonElement value, DateTime receivedAt) => new(
        CleanText.Code(Of(value, "message_template_name")), CleanText.Code(Of(value, "message_template_language")),
        Short(CleanText.Code(Of(value, "event"))), CleanText.Of(Of(value, "reason")) is { Length: > 0 } why ? why : null,
        Short(CleanText.Code(Of(value, "new_category"))), receivedAt);

    private static StatusReport? Status(JsonElement status, DateTime receivedAt)
    {
        var id = CleanText.Code(Of(status, "id"));
        var what = CleanText.Code(Of(status, "status"));
        if (id.Length is 0 or > 200 || what.Length is 0 or > 20)
        {
            return null;
        }

        var error = Each(status, "errors").Select(e => Of(e, "code")).FirstOrDefault();
        var pricing = Of(status, "pricing");
        return new()
        {
            Channel = Channel,
            MessageId = id,
            OutboxId = Guid.TryParse(CleanText.Code(Of(status, "biz_opaque_callback_data")).Split(':')[0], out var outbox) ? outbox : null,
            Status = what,
            At = At(status, receivedAt),
            ErrorCode = error.ValueKind == JsonValueKind.Number && error.TryGetInt32(out var code) ? code : null,
            PriceCategory = Short(CleanText.Code(Of(pricing, "category"))),
            PriceType = Short(CleanText.Code(Of(pricing, "type"))),
        };
    }

    /// <summary>The phone number; the business-scoped id of a person whose number Meta withholds.</summary>
    private static string AddressOf(JsonElement message) =>
        CleanText.Code(Of(message, "from")) is { Length: > 0 } phone ? phone : CleanText.Code(Of(message, "from_user_id"));

    private static string? ProfileName(List<JsonElement> contacts, string address)
    {
        var contact = contacts.Find(c => CleanText.Code(Of(c, "wa_id")) == address || CleanText.Code(Of(c, "user_id")) == address);
        var name = CleanText.Of(Of(Of(contact, "profile"), "name"));
        return name.Length == 0 ? null : name.Length > 200 ? name[..(char.IsHighSurrogate(name[199]) ? 199 : 200)] : name;
    }

    private static DateTime At(JsonElement element, DateTime receivedAt)
    {
        var stamp = Of(element, "timestamp");
        var text = stamp.ValueKind == JsonValueKind.Number ? stamp.GetRawText() : CleanText.Code(stamp);
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > 99_999_999_999)
        {
            return receivedAt;
        }

        var at = DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime;

        // A clock that runs ahead must not keep the window open longer than the provider does.
        return at > receivedAt ? receivedAt : at;
    }

    private static string? Short(string text) => text.Length is 0 or > 40 ? null : text;

    public static JsonElement Of(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    private static IEnumerable<JsonElement> Each(JsonElement element, string name) =>
        Of(element, name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];
}

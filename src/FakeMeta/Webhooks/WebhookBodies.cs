using System.Text.Json.Nodes;
using FakeMeta.Graph;
using FakeMeta.Pages;
using FakeMeta.People;

namespace FakeMeta.Webhooks;

/// <summary>Bodies in the shape of Meta's webhooks.</summary>
internal sealed class WebhookBodies(FakeMetaOptions options, Prices prices, PageBodies pages)
{
    public byte[] Message(Person person, JsonObject message)
    {
        if (options.Pages.Contains(person.PhoneNumberId))
        {
            return pages.Message(person, message, options.Clock.GetUtcNow().UtcDateTime);
        }

        var json = Open(person.PhoneNumberId).Raw(",\"contacts\":[{\"profile\":{\"name\":"u8).Text(person.Name).Raw("}"u8);
        if (!person.HidesNumber)
        {
            json.Raw(",\"wa_id\":"u8).Text(person.WaId);
        }

        json.Raw(",\"user_id\":"u8).Text(person.UserId).Raw("}],\"messages\":["u8).Node(message).Raw("]"u8);
        return Close(json, "messages");
    }

    /// <summary>Any other field, such as message_template_status_update, with its value.</summary>
    public byte[] Field(string field, JsonNode value) =>
        Close(new MetaJson().Raw("{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":"u8)
            .Text(options.BusinessAccountId).Raw(",\"changes\":[{\"value\":"u8).Node(value), field, valueOpen: false);

    public byte[] Statuses(string phoneNumberId, ReadOnlySpan<StatusDue> statuses, DateTime now)
    {
        if (options.Pages.Contains(phoneNumberId))
        {
            return pages.Statuses(phoneNumberId, statuses, now);
        }

        var json = Open(phoneNumberId).Raw(",\"statuses\":["u8);
        for (var i = 0; i < statuses.Length; i++)
        {
            Status(i == 0 ? json : json.Raw(","u8), statuses[i], now);
        }

        return Close(json.Raw("]"u8), "messages");
    }

    private void Status(MetaJson json, StatusDue due, DateTime now)
    {
        var sent = due.Message;
        json.Raw("{\"id\":"u8).Text(sent.Id).Raw(",\"status\":"u8).Text(due.Status)
            .Raw(",\"timestamp\":\""u8).Number(UnixSeconds(now)).Raw("\""u8);
        if (!sent.HidesNumber)
        {
            json.Raw(",\"recipient_id\":"u8).Text(sent.To);
        }

        if (sent.RecipientUserId is not null)
        {
            json.Raw(",\"recipient_user_id\":"u8).Text(sent.RecipientUserId);
        }

        if (sent.CallbackData is not null)
        {
            json.Raw(",\"biz_opaque_callback_data\":"u8).Text(sent.CallbackData);
        }

        if (due.Code is { } code)
        {
            json.Raw(",\"errors\":[{\"code\":"u8).Number(code).Raw(",\"title\":"u8).Text(GraphError.Title(code))
                .Raw(",\"message\":"u8).Text(GraphError.Title(code)).Raw(",\"error_data\":{\"details\":"u8).Text(GraphError.Title(code))
                .Raw("},\"href\":\"https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/\"}]"u8);
        }
        else
        {
            prices.Write(json, sent, due.Status, now);
        }

        json.Raw("}"u8);
    }

    private MetaJson Open(string phoneNumberId) =>
        new MetaJson().Raw("{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":"u8).Text(options.BusinessAccountId)
            .Raw(",\"changes\":[{\"value\":{\"messaging_product\":\"whatsapp\",\"metadata\":{\"display_phone_number\":"u8)
            .Text(DisplayNumber(options, phoneNumberId)).Raw(",\"phone_number_id\":"u8).Text(phoneNumberId).Raw("}"u8);

    private static byte[] Close(MetaJson json, string field, bool valueOpen = true) =>
        (valueOpen ? json.Raw("}"u8) : json).Raw(",\"field\":"u8).Text(field).Raw("}]}]}"u8).ToArray();

    public static string DisplayNumber(FakeMetaOptions options, string phoneNumberId) =>
        options.DisplayNumbers.TryGetValue(phoneNumberId, out var display) ? display : "62855" + phoneNumberId[^Math.Min(8, phoneNumberId.Length)..];

    public static long UnixSeconds(DateTime at) => (at.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond;
}

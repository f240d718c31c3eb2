using System.Globalization;
using System.Text;
using System.Text.Json;
using FakeMeta.Graph;
using FakeMeta.People;
using FakeMeta.Sends;
using FakeMeta.Webhooks;
using Microsoft.AspNetCore.Http;

namespace FakeMeta.Pages;

/// <summary>POST messages of a Page or an Instagram account: the Send API's limits, windows and rate.</summary>
internal sealed class PageSends(FakeMetaOptions options, Population people, SentLog log, WebhookPump pump, FaultAnswers faults, Func<SendContext, Fault?> faultOf)
{
    private const int MostQuickReplies = 13;
    private const int LongestTitle = 20;
    private const int LongestPayload = 1_000;
    private static readonly TimeSpan HumanAgent = TimeSpan.FromDays(7);
    private static readonly TimeSpan Standard = TimeSpan.FromHours(24);
    private readonly Dictionary<string, NumberRate> rates = options.Pages.ToDictionary(p => p, _ => new NumberRate(300));

    public Action<SentMessage>? OnSent { get; set; }

    public async Task Post(HttpContext context, string pageId)
    {
        using var whole = new MemoryStream();
        await context.Request.Body.CopyToAsync(whole, context.RequestAborted);
        using var document = Parse(whole.ToArray());
        if (document is null)
        {
            await GraphAnswer.Error(context, GraphError.Request("The request body is not valid JSON."));
            return;
        }

        var body = document.RootElement;
        if (Check(body, pageId) is { } wrong)
        {
            await GraphAnswer.Error(context, wrong);
            return;
        }

        var to = Limits.String(body.GetProperty("recipient"), "id")!;
        var fault = faultOf(new SendContext(0, pageId, to, Limits.String(body.GetProperty("message"), "metadata"), body));
        if (fault is { Accepts: false })
        {
            await faults.Answer(context, fault);
            return;
        }

        var now = options.Clock.GetUtcNow().UtcDateTime;
        var person = people.Known(pageId, to);
        if (Refusal(body, pageId, person, now) is { } refusal)
        {
            await GraphAnswer.Error(context, refusal);
            return;
        }

        var sent = Accept(body, pageId, person!, whole.ToArray(), now);
        if (fault is null || !await faults.Answer(context, fault))
        {
            await GraphAnswer.Json(context, new MetaJson().Raw("{\"recipient_id\":"u8).Text(to).Raw(",\"message_id\":"u8).Text(sent.Id).Raw("}"u8));
        }
    }

    private SentMessage Accept(JsonElement body, string pageId, Person person, byte[] raw, DateTime now)
    {
        var message = body.GetProperty("message");
        var sent = new SentMessage("m_" + Convert.ToBase64String(Guid.CreateVersion7().ToByteArray()), now, pageId, person.WaId, "page", Limits.String(message, "metadata"), raw) { Shown = PageForm.AsShown(message) };
        log.Add(sent);
        pump.Status(sent, "echo", options.SentAfter);
        if (!options.IsInstagram(pageId))
        {
            pump.Status(sent, "delivered", options.DeliveredAfter);
        }

        pump.Status(sent, "read", options.ReadAfter);
        person.Received(sent, keep: true);
        OnSent?.Invoke(sent);
        return sent;
    }

    private GraphError? Refusal(JsonElement body, string pageId, Person? person, DateTime now)
    {
        var human = Limits.String(body, "messaging_type") == "MESSAGE_TAG" && Limits.String(body, "tag") == "HUMAN_AGENT";
        return person is null ? GraphError.Of(100, "No matching user found") with { Subcode = 2018001 }
            : !person.HeardWithin(now, human ? HumanAgent : Standard) ? GraphError.Of(10, "This message is sent outside of allowed window.") with { Subcode = options.IsInstagram(pageId) ? 2534022 : 2018278 }
            : !rates[pageId].TryTake(now) ? GraphError.Of(613, "Calls to this api have exceeded the rate limit.") with { Status = 400 }
            : null;
    }

    private GraphError? Check(JsonElement body, string pageId)
    {
        if (Limits.Object(body, "recipient", "recipient") is { } none)
        {
            return none;
        }

        return (Limits.String(body.GetProperty("recipient"), "id") is null ? GraphError.Missing("recipient.id") : null)
            ?? (Limits.String(body, "messaging_type") is "RESPONSE" or "UPDATE" or "MESSAGE_TAG" ? null : GraphError.Value("messaging_type is required."))
            ?? Limits.Object(body, "message", "message")
            ?? Content(body.GetProperty("message"), options.IsInstagram(pageId));
    }

    private static GraphError? Content(JsonElement message, bool instagram)
    {
        if (message.TryGetProperty("attachment", out var attachment))
        {
            return message.TryGetProperty("text", out _) ? GraphError.Value("A message has text or an attachment, not both.") : Attachment(attachment);
        }

        var text = Limits.String(message, "text") ?? "";
        return (text.Length is 0 or > 2_000 ? GraphError.Value("message.text length invalid. Min length: 1, Max length: 2000.") : null)
            ?? (instagram && Encoding.UTF8.GetByteCount(text) > 1_000 ? GraphError.Value("message.text must be at most 1000 bytes.") : null)
            ?? (message.TryGetProperty("quick_replies", out var quick) ? Limits.Count(quick, 1, MostQuickReplies, "quick_replies") ?? Limits.Each(quick, q => Titled(q, "quick_replies")) : null);
    }

    private static GraphError? Attachment(JsonElement attachment)
    {
        var payload = attachment.TryGetProperty("payload", out var given) ? given : default;
        return Limits.String(attachment, "type") switch
        {
            "image" or "audio" or "video" or "file" => Limits.Link(payload, "url", "attachment.payload.url"),
            "template" when Limits.String(payload, "template_type") == "button" => Limits.Text(payload, "text", 640, "attachment.payload.text")
                ?? (payload.TryGetProperty("buttons", out var buttons) ? Limits.Count(buttons, 1, 3, "buttons") ?? Limits.Each(buttons, b => Titled(b, "buttons")) : GraphError.Missing("buttons")),
            _ => GraphError.Value("attachment.type is not supported."),
        };
    }

    private static GraphError? Titled(JsonElement tappable, string field) =>
        Limits.Text(tappable, "title", LongestTitle, field + ".title") ?? Limits.Text(tappable, "payload", LongestPayload, field + ".payload");

    private static JsonDocument? Parse(byte[] raw)
    {
        try
        {
            return JsonDocument.Parse(raw);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

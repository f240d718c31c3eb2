using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Pulih.Sending.Channels;
using Pulih.Sending.Contracts;
using Pulih.Sending.Outbox;

namespace Pulih.Sending.Pages;

/// <summary>
/// A message as the Send API takes it: a button template, quick replies, an attachment or a text. The outbox id rides
/// along as metadata and comes back in the echo, which settles a send whose outcome nobody knew.
/// </summary>
internal static class PageMessage
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Json(OutboxMessage message, Capabilities can, string publicUrl, DateTime now)
    {
        var say = TellSent.Read(message.Body);
        var buffer = new ArrayBufferWriter<byte>(1_024);
        using var json = new Utf8JsonWriter(buffer, Relaxed);
        json.WriteStartObject();
        json.WriteStartObject("recipient"u8);
        json.WriteString("id"u8, message.Address);
        json.WriteEndObject();
        if (message.Purpose == Purpose.Human && message.HeardAt + Outgoing.Window <= now)
        {
            json.WriteString("messaging_type"u8, "MESSAGE_TAG"u8);
            json.WriteString("tag"u8, "HUMAN_AGENT"u8);
        }
        else
        {
            json.WriteString("messaging_type"u8, "RESPONSE"u8);
        }

        json.WriteStartObject("message"u8);
        Content(json, message, say, can, publicUrl);
        json.WriteString("metadata"u8, message.Id.ToString());
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void Content(Utf8JsonWriter json, OutboxMessage message, Say say, Capabilities can, string publicUrl)
    {
        var rendered = Render.Of(say, can);
        if (say.Audio is { } audio)
        {
            File(json, "audio"u8, publicUrl + audio);
        }
        else if (rendered is { Form: Form.Plain, Picture: { } picture })
        {
            File(json, "image"u8, publicUrl + picture.Path);
        }
        else if (rendered.Form == Form.Buttons)
        {
            Buttons(json, message, rendered);
        }
        else
        {
            json.WriteString("text"u8, rendered.Text);
            if (rendered.Form == Form.QuickReplies)
            {
                QuickReplies(json, message, rendered);
            }
        }
    }

    private static void Buttons(Utf8JsonWriter json, OutboxMessage message, Rendered rendered)
    {
        json.WriteStartObject("attachment"u8);
        json.WriteString("type"u8, "template"u8);
        json.WriteStartObject("payload"u8);
        json.WriteString("template_type"u8, "button"u8);
        json.WriteString("text"u8, rendered.Text);
        json.WriteStartArray("buttons"u8);
        foreach (var choice in rendered.Choices)
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "postback"u8);
            json.WriteString("title"u8, choice.Title);
            json.WriteString("payload"u8, $"{message.Dialogue}:{choice.Payload}");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void QuickReplies(Utf8JsonWriter json, OutboxMessage message, Rendered rendered)
    {
        json.WriteStartArray("quick_replies"u8);
        foreach (var choice in rendered.Choices)
        {
            json.WriteStartObject();
            json.WriteString("content_type"u8, "text"u8);
            json.WriteString("title"u8, choice.Title);
            json.WriteString("payload"u8, $"{message.Dialogue}:{choice.Payload}");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void File(Utf8JsonWriter json, ReadOnlySpan<byte> type, string url)
    {
        json.WriteStartObject("attachment"u8);
        json.WriteString("type"u8, type);
        json.WriteStartObject("payload"u8);
        json.WriteString("url"u8, url);
        json.WriteBoolean("is_reusable"u8, true);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}

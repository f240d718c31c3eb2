using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Pulih.Sending.Channels;
using Pulih.Sending.Contracts;
using Pulih.Sending.Outbox;

namespace Pulih.Sending.WhatsApp;

/// <summary>
/// A message as the Cloud API takes it. The outbox id rides along and comes back with each status.
/// </summary>
internal static class WhatsAppMessage
{
    private const int RowDescription = 72;

    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Json(OutboxMessage message, string publicUrl)
    {
        var say = JsonSerializer.Deserialize<Say>(message.Body, QueueMessage.Json)!;
        var buffer = new ArrayBufferWriter<byte>(1_024);
        using var json = new Utf8JsonWriter(buffer, Relaxed);
        json.WriteStartObject();
        json.WriteString("messaging_product"u8, "whatsapp"u8);
        json.WriteString("recipient_type"u8, "individual"u8);
        if (message.Address.All(char.IsAsciiDigit))
        {
            // Without the plus the business number's own country code would be put in front.
            json.WriteString("to"u8, "+" + message.Address);
        }
        else
        {
            json.WriteString("recipient"u8, message.Address);
        }

        Content(json, message, say, publicUrl);
        json.WriteString("biz_opaque_callback_data"u8, message.InReplyTo is null ? message.Id.ToString() : $"{message.Id}:{message.InReplyTo}");
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void Content(Utf8JsonWriter json, OutboxMessage message, Say say, string publicUrl)
    {
        if (say.Template is { } template)
        {
            json.WriteString("type"u8, "template"u8);
            WhatsAppTemplate.Write(json, template);
            return;
        }

        if (say.Audio is { } audio)
        {
            json.WriteString("type"u8, "audio"u8);
            json.WriteStartObject("audio"u8);
            json.WriteString("link"u8, publicUrl + audio);
            json.WriteEndObject();
            return;
        }

        var rendered = Render.Of(say, Capabilities.WhatsApp);
        if (rendered.Form != Form.Plain)
        {
            Interactive(json, message, say, rendered, publicUrl);
        }
        else if (rendered.Picture is { } picture)
        {
            json.WriteString("type"u8, "image"u8);
            json.WriteStartObject("image"u8);
            json.WriteString("link"u8, publicUrl + picture.Path);
            json.WriteString("caption"u8, rendered.Text);
            json.WriteEndObject();
        }
        else
        {
            json.WriteString("type"u8, "text"u8);
            Text(json, "text"u8, "body"u8, rendered.Text);
        }
    }

    private static void Interactive(Utf8JsonWriter json, OutboxMessage message, Say say, Rendered rendered, string publicUrl)
    {
        json.WriteString("type"u8, "interactive"u8);
        json.WriteStartObject("interactive"u8);
        json.WriteString("type"u8, rendered.Form == Form.Buttons ? "button"u8 : "list"u8);
        if (rendered.Picture is { } header)
        {
            json.WriteStartObject("header"u8);
            json.WriteString("type"u8, "image"u8);
            json.WriteStartObject("image"u8);
            json.WriteString("link"u8, publicUrl + header.Path);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        Text(json, "body"u8, "text"u8, rendered.Text);
        json.WriteStartObject("action"u8);
        if (rendered.Form == Form.Buttons)
        {
            Buttons(json, message, rendered.Choices);
        }
        else
        {
            Rows(json, message, say);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Buttons(Utf8JsonWriter json, OutboxMessage message, IReadOnlyList<Choice> choices)
    {
        json.WriteStartArray("buttons"u8);
        foreach (var choice in choices)
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "reply"u8);
            json.WriteStartObject("reply"u8);
            json.WriteString("id"u8, $"{message.Dialogue}:{choice.Payload}");
            json.WriteString("title"u8, choice.Title);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Rows(Utf8JsonWriter json, OutboxMessage message, Say say)
    {
        json.WriteString("button"u8, say.ListButton ?? "Pilih");
        json.WriteStartArray("sections"u8);
        json.WriteStartObject();
        json.WriteStartArray("rows"u8);
        foreach (var choice in say.Choices)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, $"{message.Dialogue}:{choice.Payload}");
            json.WriteString("title"u8, choice.Title);
            if (choice.Description is { Length: > 0 } more)
            {
                json.WriteString("description"u8, more.Length <= RowDescription ? more : more[..(RowDescription - 1)].TrimEnd() + "…");
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter json, ReadOnlySpan<byte> of, ReadOnlySpan<byte> name, string text)
    {
        json.WriteStartObject(of);
        json.WriteString(name, text);
        json.WriteEndObject();
    }
}

using System.Text.Json;
using Pulih.Chat.Contracts;
using Pulih.Chat.Webhooks;
using Pulih.Chat.Words;

namespace Pulih.Chat.WhatsApp;

/// <summary>What a WhatsApp message says, whatever its type. The payload is what was tapped, or the id of the file that was sent.</summary>
internal static class MessageContent
{
    public static (HeardKind Kind, string Text, string? Payload) Of(JsonElement message, string type)
    {
        var content = MetaJson.Of(message, type);
        string Text(string name) => CleanText.Of(MetaJson.Of(content, name));
        string Code(string name) => CleanText.Code(MetaJson.Of(content, name));
        switch (type)
        {
            case "text":
                return (HeardKind.Text, Text("body"), null);
            case "button":
                return (HeardKind.Tap, Text("text"), Code("payload"));
            case "interactive":
                var reply = MetaJson.Of(content, Code("type"));
                var id = CleanText.Code(MetaJson.Of(reply, "id"));
                return id.Length > 0
                    ? (HeardKind.Tap, CleanText.Of(MetaJson.Of(reply, "title")), id)
                    : (HeardKind.Other, CleanText.Of(MetaJson.Of(reply, "body")), null);
            case "audio":
                return (HeardKind.Voice, "", Code("id"));
            case "image":
                return (HeardKind.Picture, Text("caption"), Code("id"));
            case "location":
                return (HeardKind.Location, Text("name"), null);
            case "system":
                return (HeardKind.Moved, Code("wa_id") is { Length: > 0 } phone ? phone : Code("user_id"), null);
            default:
                return (HeardKind.Other, Text("caption"), null);
        }
    }
}

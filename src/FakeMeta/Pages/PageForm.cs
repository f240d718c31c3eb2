using System.Text.Json;
using System.Text.Json.Nodes;

namespace FakeMeta.Pages;

/// <summary>Translates between what a Page sends and hears and the one form in which phones here keep their chat, which is WhatsApp's.</summary>
internal static class PageForm
{
    /// <summary>What the person sees of a message of the Page.</summary>
    public static JsonNode AsShown(JsonElement message)
    {
        var json = JsonNode.Parse(message.GetRawText())!;
        var payload = json["attachment"]?["payload"];
        return json["attachment"]?["type"]?.GetValue<string>() switch
        {
            "template" => Tappable(payload!["text"]!, payload["buttons"]!.AsArray()),
            { } type => new JsonObject { ["type"] = type, [type] = new JsonObject { ["link"] = payload!["url"]!.DeepClone() } },
            null when json["quick_replies"] is JsonArray quick => Tappable(json["text"]!, quick),
            null => new JsonObject { ["type"] = "text", ["text"] = new JsonObject { ["body"] = json["text"]!.DeepClone() } },
        };
    }

    /// <summary>The event that tells a Page of a person's message, without sender, recipient and time.</summary>
    /// <param name="message">As a phone here makes it.</param>
    /// <param name="quick">The tap was on a quick reply and not on a button.</param>
    /// <param name="addressOf">Where a file can be got.</param>
    public static JsonObject AsEvent(JsonObject message, bool quick, Func<string, string> addressOf)
    {
        var id = message["id"]!.GetValue<string>();
        var type = message["type"]!.GetValue<string>();
        var reply = message["interactive"]?["button_reply"] ?? message["interactive"]?["list_reply"];
        if (reply is not null)
        {
            var (title, payload) = (reply["title"]!.GetValue<string>(), reply["id"]!.GetValue<string>());
            return quick
                ? Message(new() { ["mid"] = id, ["text"] = title, ["quick_reply"] = new JsonObject { ["payload"] = payload } })
                : new() { ["postback"] = new JsonObject { ["mid"] = id, ["title"] = title, ["payload"] = payload } };
        }

        return type switch
        {
            "referral" => new() { ["referral"] = new JsonObject { ["ref"] = message["referral"]!["ref"]!.GetValue<string>(), ["source"] = "SHORTLINK", ["type"] = "OPEN_THREAD" } },
            "text" => Message(new() { ["mid"] = id, ["text"] = message["text"]!["body"]!.GetValue<string>() }),
            "location" => Attached(id, "location", new() { ["coordinates"] = new JsonObject { ["lat"] = message["location"]!["latitude"]!.DeepClone(), ["long"] = message["location"]!["longitude"]!.DeepClone() } }),
            _ => Attached(id, type, new() { ["url"] = addressOf(message[type]!["id"]!.GetValue<string>()) }),
        };
    }

    private static JsonObject Message(JsonObject message) => new() { ["message"] = message };

    private static JsonObject Attached(string id, string type, JsonObject payload) =>
        Message(new() { ["mid"] = id, ["attachments"] = new JsonArray(new JsonObject { ["type"] = type, ["payload"] = payload }) });

    private static JsonObject Tappable(JsonNode text, JsonArray buttons) => new()
    {
        ["type"] = "interactive",
        ["interactive"] = new JsonObject
        {
            ["type"] = "button", ["body"] = new JsonObject { ["text"] = text.DeepClone() },
            ["action"] = new JsonObject
            {
                ["buttons"] = new JsonArray([.. buttons.Select(b => new JsonObject { ["type"] = "reply", ["reply"] = new JsonObject { ["id"] = b!["payload"]!.DeepClone(), ["title"] = b["title"]!.DeepClone() } })]),
            },
        },
    };
}

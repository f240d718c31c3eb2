using System.Text.Json.Nodes;

namespace FakeMeta;

/// <summary>Reads what a person sees out of a send's body.</summary>
internal static class MessageText
{
    public static string Of(JsonNode? send)
    {
        if (send?["type"]?.GetValue<string>() is not { } type)
        {
            return send?["text"]?["body"]?.GetValue<string>() ?? "";
        }

        var part = send[type];
        return (part?["body"] switch
        {
            JsonObject body => body["text"],
            JsonValue body => body,
            _ => part?["caption"] ?? part?["emoji"] ?? part?["name"],
        })?.GetValue<string>() ?? "";
    }

    public static IReadOnlyList<Reply> Replies(JsonNode? send)
    {
        var action = send?["interactive"]?["action"];
        var buttons = action?["buttons"]?.AsArray().Select(b => ReplyOf(b?["reply"])) ?? [];
        var rows = action?["sections"]?.AsArray().SelectMany(s => s?["rows"]?.AsArray() ?? []).Select(ReplyOf) ?? [];
        return [.. buttons, .. rows];
    }

    private static Reply ReplyOf(JsonNode? reply) => new(
        reply?["id"]?.GetValue<string>() ?? "",
        reply?["title"]?.GetValue<string>() ?? "",
        reply?["description"]?.GetValue<string>());
}

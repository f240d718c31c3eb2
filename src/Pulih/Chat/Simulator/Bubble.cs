using System.Text.Json.Nodes;
using FakeMeta;
using FakeMeta.People;

namespace Pulih.Chat.Simulator;

/// <summary>One message as the phone shows it.</summary>
internal sealed record Bubble(string Id, bool Mine, DateTime At, ChatState State)
{
    public string Text { get; init; } = "";

    public string? Footer { get; init; }

    /// <summary>An address on this product, because the page shows nothing from elsewhere.</summary>
    public string? Picture { get; init; }

    /// <summary>The same of something to listen to.</summary>
    public string? Audio { get; init; }

    /// <summary>Voice, location, document: what cannot be shown is named.</summary>
    public string? Kind { get; init; }

    public IReadOnlyList<Reply> Buttons { get; init; } = [];

    /// <summary>What opens the list; null when there is none.</summary>
    public string? ListButton { get; init; }

    public IReadOnlyList<Reply> Rows { get; init; } = [];

    public (string Title, string Address)? Link { get; init; }

    /// <summary>Changes when the bubble must be drawn again.</summary>
    public string Mark => Mine ? State.ToString() : "";

    public static Bubble Of(ChatEntry entry, string publicUrl)
    {
        var json = entry.Json!;
        var bubble = new Bubble(entry.Id, entry.FromPerson, entry.At, entry.State) { Text = TextOf(json), Kind = KindOf(json) };
        var interactive = json["interactive"];
        var file = json["image"] ?? interactive?["header"]?["image"];
        bubble = bubble with { Picture = AddressOf(file, publicUrl), Audio = entry.FromPerson ? null : AddressOf(json["audio"], publicUrl), Footer = Word(interactive?["footer"]?["text"]) };
        if (entry.FromPerson || interactive is null)
        {
            return bubble;
        }

        var action = interactive["action"];
        return Word(interactive["type"]) switch
        {
            "list" => bubble with { ListButton = Word(action?["button"]), Rows = entry.Replies },
            "cta_url" => bubble with { Link = (Word(action?["parameters"]?["display_text"]) ?? "", Word(action?["parameters"]?["url"]) ?? "") },
            _ => bubble with { Buttons = entry.Replies },
        };
    }

    public static bool IsList(ChatEntry entry) => Word(entry.Json!["interactive"]?["type"]) == "list";

    private static string TextOf(JsonNode json) => Word(json["type"]) switch
    {
        "text" => Word(json["text"]?["body"]),
        "interactive" => Word(json["interactive"]?["body"]?["text"])
            ?? Word(json["interactive"]?["button_reply"]?["title"]) ?? Word(json["interactive"]?["list_reply"]?["title"]),
        "button" => Word(json["button"]?["text"]),
        "reaction" => Word(json["reaction"]?["emoji"]),
        "template" => Word(json["template"]?["name"]),
        "location" => Word(json["location"]?["name"]),
        { } type => Word(json[type]?["caption"]),
        null => null,
    } ?? "";

    private static string? KindOf(JsonNode json) =>
        Word(json["type"]) is { } type and ("audio" or "location" or "document" or "video" or "sticker" or "contacts" or "template") ? type : null;

    private static string? AddressOf(JsonNode? file, string publicUrl) =>
        Word(file?["id"]) is { } id ? "/simulator?handler=file&id=" + Uri.EscapeDataString(id)
        : Word(file?["link"]) is { } link && link.StartsWith(publicUrl + "/", StringComparison.Ordinal) ? link[publicUrl.Length..]
        : null;

    private static string? Word(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}

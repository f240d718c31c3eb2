using System.Text.Json;
using FakeMeta.Graph;

namespace FakeMeta.Sends;

/// <summary>Limits of reply buttons, lists, links, Flows and requests.</summary>
internal static class InteractiveRules
{
    private const int MostButtons = 3;
    private const int MostRows = 10;

    public static GraphError? Check(JsonElement interactive)
    {
        var type = Limits.String(interactive, "type");
        var body = type == "list" ? 4096 : 1024;
        return Limits.Object(interactive, "body", "interactive.body")
            ?? Limits.Text(interactive.GetProperty("body"), "text", body, "interactive.body.text")
            ?? Header(interactive, type)
            ?? Footer(interactive)
            ?? Limits.Object(interactive, "action", "interactive.action")
            ?? Action(type, interactive.GetProperty("action"));
    }

    private static GraphError? Header(JsonElement interactive, string? type)
    {
        if (!interactive.TryGetProperty("header", out var header))
        {
            return null;
        }

        return Limits.String(header, "type") switch
        {
            "text" => Limits.Text(header, "text", 60, "interactive.header.text"),
            "image" or "video" or "document" when type == "list" => GraphError.Value("A list takes only a text header."),
            "image" or "video" or "document" => null,
            _ => GraphError.Value("interactive.header.type must be text, image, video or document."),
        };
    }

    private static GraphError? Footer(JsonElement interactive) =>
        interactive.TryGetProperty("footer", out var footer) ? Limits.Text(footer, "text", 60, "interactive.footer.text") : null;

    private static GraphError? Action(string? type, JsonElement action) => type switch
    {
        "button" => Buttons(action),
        "list" => List(action),
        "cta_url" => Parameters(action, p => Limits.Text(p, "display_text", 20, "action.parameters.display_text")
            ?? Limits.Link(p, "url", "action.parameters.url")),
        "flow" => Parameters(action, Flow),
        "location_request_message" => Named(action, "send_location"),
        "request_contact_info" => Named(action, "request_contact_info"),
        _ => GraphError.Value($"Interactive type '{type}' is not supported."),
    };

    private static GraphError? Buttons(JsonElement action)
    {
        if (!action.TryGetProperty("buttons", out var buttons))
        {
            return GraphError.Missing("action.buttons");
        }

        var ids = new HashSet<string>();
        var titles = new HashSet<string>();
        return Limits.Count(buttons, 1, MostButtons, "action.buttons") ?? Limits.Each(buttons, button =>
            Limits.String(button, "type") != "reply" ? GraphError.Value("action.buttons.type must be reply.")
            : Limits.Object(button, "reply", "action.buttons.reply")
            ?? Limits.Text(button.GetProperty("reply"), "id", 256, "Button id")
            ?? Limits.Text(button.GetProperty("reply"), "title", 20, "Button title")
            ?? (ids.Add(Limits.String(button.GetProperty("reply"), "id")!) ? null : GraphError.Value("Button ids must be unique."))
            ?? (titles.Add(Limits.String(button.GetProperty("reply"), "title")!) ? null : GraphError.Value("Button titles must be unique.")));
    }

    private static GraphError? List(JsonElement action)
    {
        if (!action.TryGetProperty("sections", out var sections))
        {
            return GraphError.Missing("action.sections");
        }

        var ids = new HashSet<string>();
        var refusal = Limits.Text(action, "button", 20, "List button")
            ?? Limits.Count(sections, 1, 10, "action.sections")
            ?? Limits.Each(sections, section => Section(section, sections.GetArrayLength() > 1, ids));
        return refusal ?? (ids.Count <= MostRows ? null : GraphError.Value("Total row count exceed max allowed count: 10."));
    }

    private static GraphError? Section(JsonElement section, bool titled, HashSet<string> ids)
    {
        if (!section.TryGetProperty("rows", out var rows))
        {
            return GraphError.Missing("action.sections.rows");
        }

        return (titled ? Limits.Text(section, "title", 24, "Section title") : Limits.OptionalText(section, "title", 24, "Section title"))
            ?? Limits.Count(rows, 1, int.MaxValue, "action.sections.rows")
            ?? Limits.Each(rows, row =>
                Limits.Text(row, "id", 200, "Row id")
                ?? Limits.Text(row, "title", 24, "Row title")
                ?? Limits.OptionalText(row, "description", 72, "Row description")
                ?? (ids.Add(Limits.String(row, "id")!) ? null : GraphError.Value("Row ids must be unique.")));
    }

    private static GraphError? Flow(JsonElement parameters) =>
        Limits.Text(parameters, "flow_cta", 30, "action.parameters.flow_cta")
        ?? (Limits.String(parameters, "flow_message_version") == "3" ? null : GraphError.Value("flow_message_version must be 3."))
        ?? (Limits.String(parameters, "flow_id") is null == Limits.String(parameters, "flow_name") is null
            ? GraphError.Value("Exactly one of flow_id and flow_name is needed.") : null);

    private static GraphError? Parameters(JsonElement action, Func<JsonElement, GraphError?> check) =>
        Limits.Object(action, "parameters", "action.parameters") ?? check(action.GetProperty("parameters"));

    private static GraphError? Named(JsonElement action, string name) =>
        Limits.String(action, "name") == name ? null : GraphError.Value($"action.name must be {name}.");
}

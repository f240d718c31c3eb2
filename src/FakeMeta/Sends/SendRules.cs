using System.Text.Json;
using FakeMeta.Graph;
using FakeMeta.Media;

namespace FakeMeta.Sends;

/// <summary>Limits of the whole message, by its type.</summary>
internal sealed class SendRules(FakeMetaOptions options, MediaStore media)
{
    public GraphError? Check(JsonElement send)
    {
        if (send.ValueKind != JsonValueKind.Object || Limits.String(send, "messaging_product") != "whatsapp")
        {
            return GraphError.Request("The parameter messaging_product is required and must be 'whatsapp'.");
        }

        if (Limits.String(send, "to") is null && Limits.String(send, "recipient") is null)
        {
            return GraphError.Request("The parameter to is required.");
        }

        return Limits.OptionalText(send, "biz_opaque_callback_data", 512, "biz_opaque_callback_data")
            ?? Part(send, Limits.String(send, "type") ?? "text");
    }

    private GraphError? Part(JsonElement send, string type)
    {
        if (type is not ("text" or "interactive" or "image" or "video" or "document" or "audio" or "sticker"
            or "template" or "reaction" or "location" or "contacts"))
        {
            return GraphError.Request($"Param type must be a message type; '{type}' is none.");
        }

        if (!send.TryGetProperty(type, out var part))
        {
            return GraphError.Request($"The parameter {type} is required.");
        }

        return type switch
        {
            "contacts" => Limits.Count(part, 1, 257, "contacts"),
            _ when part.ValueKind != JsonValueKind.Object => GraphError.Request($"The parameter {type} must be an object."),
            "text" => Limits.Text(part, "body", 4096, "text.body"),
            "interactive" => InteractiveRules.Check(part),
            "template" => Template(part),
            "reaction" => Limits.Text(part, "message_id", 512, "reaction.message_id"),
            "location" => Number(part, "latitude") ?? Number(part, "longitude"),
            _ => File(part, type),
        };
    }

    private GraphError? File(JsonElement part, string type)
    {
        var id = Limits.String(part, "id");
        if (id is null == Limits.String(part, "link") is null)
        {
            return GraphError.Value($"Exactly one of {type}.id and {type}.link is needed.");
        }

        if (part.TryGetProperty("caption", out _) && type is "audio" or "sticker")
        {
            return GraphError.Value($"{type} takes no caption.");
        }

        return Limits.OptionalText(part, "caption", 1024, $"{type}.caption")
            ?? (id is null ? Limits.Link(part, "link", $"{type}.link") : media.Refusal(id));
    }

    private GraphError? Template(JsonElement part)
    {
        var language = part.TryGetProperty("language", out var given) ? Limits.String(given, "code") : null;
        var refusal = Limits.Text(part, "name", 512, "template.name")
            ?? (language is null ? GraphError.Missing("template.language.code") : null);
        if (refusal is not null || options.Templates is null)
        {
            return refusal;
        }

        var name = Limits.String(part, "name");
        var template = options.Templates.FirstOrDefault(t => t.Name == name && t.Language == language);
        return template is null ? GraphError.Of(132001, $"template name ({name}) does not exist in {language}")
            : BodyParameters(part) == template.Parameters ? null
            : GraphError.Of(132000, "body: number of localizable_params does not match the expected number of params");
    }

    private static int BodyParameters(JsonElement template)
    {
        var components = template.TryGetProperty("components", out var given) && given.ValueKind == JsonValueKind.Array ? given.EnumerateArray() : default;
        foreach (var component in components)
        {
            if (Limits.String(component, "type") == "body" && component.TryGetProperty("parameters", out var parameters))
            {
                return parameters.GetArrayLength();
            }
        }

        return 0;
    }

    private static GraphError? Number(JsonElement part, string name) =>
        part.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number or JsonValueKind.String
            ? null
            : GraphError.Missing($"location.{name}");
}

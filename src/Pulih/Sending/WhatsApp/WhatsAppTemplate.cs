using System.Text.Json;
using Pulih.Sending.Contracts;

namespace Pulih.Sending.WhatsApp;

/// <summary>A template in the Cloud API's form: its name, its language and what stands in the places of its body.</summary>
internal static class WhatsAppTemplate
{
    public static void Write(Utf8JsonWriter json, TemplateUse template)
    {
        json.WriteStartObject("template"u8);
        json.WriteString("name"u8, template.Name);
        json.WriteStartObject("language"u8);
        json.WriteString("code"u8, template.Language);
        json.WriteEndObject();
        if (template.Parameters.Count > 0)
        {
            Body(json, template.Parameters);
        }

        json.WriteEndObject();
    }

    private static void Body(Utf8JsonWriter json, IReadOnlyList<string> parameters)
    {
        json.WriteStartArray("components"u8);
        json.WriteStartObject();
        json.WriteString("type"u8, "body"u8);
        json.WriteStartArray("parameters"u8);
        foreach (var parameter in parameters)
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "text"u8);
            json.WriteString("text"u8, parameter);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }
}

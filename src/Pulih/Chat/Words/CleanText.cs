using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pulih.Chat.Words;

/// <summary>Makes what people send harmless to store and to show: no NUL, no half characters, no unreadable control characters, no identity numbers.</summary>
internal static class CleanText
{
    public const int Longest = 4_096;

    /// <summary>What a person wrote, from a JSON value.</summary>
    public static string Of(JsonElement value) => MaskNumbers(Code(value));

    /// <summary>What a person wrote.</summary>
    public static string Of(string text) => MaskNumbers(Storable(text));

    /// <summary>
    /// What a machine wrote, from a JSON value: an id, a button's payload. Its digits stay, because sixteen of them in a
    /// row are an account's number or part of a GUID, and a masked id finds nothing any more.
    /// </summary>
    public static string Code(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return "";
        }

        try
        {
            return Storable(value.GetString()!);
        }
        catch (InvalidOperationException)
        {
            // GetString refuses a lone surrogate.
            return Storable(Unescape(value.GetRawText()));
        }
    }

    private static string Storable(string text)
    {
        var clean = new StringBuilder(Math.Min(text.Length, Longest));
        foreach (var rune in text.EnumerateRunes()) // A lone surrogate arrives as U+FFFD.
        {
            if (clean.Length + rune.Utf16SequenceLength > Longest)
            {
                break;
            }

            if (!Rune.IsControl(rune) || rune.Value is '\n' or '\t')
            {
                clean.Append(rune);
            }
        }

        return clean.ToString().Trim();
    }

    /// <summary>
    /// Hides every run of sixteen digits, also in the groups people write a NIK in (4-4-4-4 and 6-6-4): chat passes
    /// through other companies' machines. Longer and shorter runs and lists of prices stay.
    /// </summary>
    public static string MaskNumbers(string text)
    {
        char[]? masked = null;
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsDigit(text[at]))
            {
                continue;
            }

            var end = at;
            var groups = new List<int> { 0 };
            for (var i = at; i < text.Length; i++)
            {
                if (char.IsDigit(text[i]))
                {
                    groups[^1]++;
                    end = i + 1;
                }
                else if (text[i] is ' ' or '.' or '-' && i + 1 < text.Length && char.IsDigit(text[i + 1]))
                {
                    groups.Add(0);
                }
                else
                {
                    break;
                }
            }

            if (groups is [16] or [4, 4, 4, 4] or [6, 6, 4])
            {
                masked ??= text.ToCharArray();
                for (var i = at; i < end; i++)
                {
                    masked[i] = char.IsDigit(text[i]) ? '•' : text[i];
                }
            }

            at = end;
        }

        return masked is null ? text : new(masked);
    }

    /// <summary>The same for a provider's JSON: only inside what people wrote, so that account and media ids stay as they are.</summary>
    public static string MaskNumbersInJson(string json)
    {
        if (MaskNumbers(json) == json)
        {
            return json;
        }

        var node = JsonNode.Parse(json)!;
        Mask(node, "");
        return node.ToJsonString();
    }

    private static void Mask(JsonNode? node, string name)
    {
        switch (node)
        {
            case JsonObject fields:
                foreach (var field in fields.ToList())
                {
                    Mask(field.Value, field.Key);
                }

                break;
            case JsonArray items:
                foreach (var item in items.ToList())
                {
                    Mask(item, name);
                }

                break;
            case JsonValue value when Written.Contains(name) && value.GetValueKind() == JsonValueKind.String:
                value.ReplaceWith(Of(value.Deserialize<JsonElement>()));
                break;
        }
    }

    private static readonly HashSet<string> Written = ["body", "caption", "text", "title", "name", "description", "response_json", "filename", "address", "vcard", "emoji"];

    private static string Unescape(string raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var i = 1; i < raw.Length - 1; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
                continue;
            }

            i++;
            if (raw[i] == 'u')
            {
                text.Append((char)Convert.ToInt32(raw.Substring(i + 1, 4), 16));
                i += 4;
            }
            else
            {
                text.Append(raw[i] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', var c => c });
            }
        }

        return text.ToString();
    }
}

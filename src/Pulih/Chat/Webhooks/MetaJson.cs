using System.Globalization;
using System.Text.Json;
using Pulih.Chat.Words;

namespace Pulih.Chat.Webhooks;

/// <summary>Reads what may be missing, of another kind or damaged, without ever throwing.</summary>
internal static class MetaJson
{
    public static JsonElement Of(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    public static IEnumerable<JsonElement> Each(JsonElement element, string name) =>
        Of(element, name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    /// <summary>A code a machine wrote, with every digit.</summary>
    public static string Code(JsonElement element, string name) => CleanText.Code(Of(element, name));

    /// <summary>Null where there is none or it is longer than what keeps it.</summary>
    public static string? Short(string text, int most = 40) => text.Length == 0 || text.Length > most ? null : text;

    /// <summary>A moment in seconds or milliseconds since 1970, as a number or as digits; the moment of receipt where there is none.</summary>
    public static DateTime At(JsonElement stamp, DateTime receivedAt)
    {
        const long FirstMilliseconds = 100_000_000_000;
        var text = stamp.ValueKind == JsonValueKind.Number ? stamp.GetRawText() : CleanText.Code(stamp);
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > FirstMilliseconds * 100)
        {
            return receivedAt;
        }

        var at = (count < FirstMilliseconds ? DateTimeOffset.FromUnixTimeSeconds(count) : DateTimeOffset.FromUnixTimeMilliseconds(count)).UtcDateTime;

        // A clock that runs ahead must not keep the window open longer than the provider does.
        return at > receivedAt ? receivedAt : at;
    }
}

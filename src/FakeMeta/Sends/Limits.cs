using System.Globalization;
using System.Text.Json;
using FakeMeta.Graph;

namespace FakeMeta.Sends;

/// <summary>The checks that all message types share; each returns the refusal or nothing.</summary>
internal static class Limits
{
    /// <summary>A required text of 1 to <paramref name="most"/> characters, counted as UTF-16 units.</summary>
    public static GraphError? Text(JsonElement part, string name, int most, string field) =>
        !part.TryGetProperty(name, out var value) ? GraphError.Missing(field) : Length(value, 1, most, field);

    public static GraphError? OptionalText(JsonElement part, string name, int most, string field) =>
        part.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? Length(value, 0, most, field) : null;

    public static GraphError? Object(JsonElement part, string name, string field) =>
        part.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? null : GraphError.Missing(field);

    public static GraphError? Count(JsonElement array, int least, int most, string field)
    {
        if (array.ValueKind != JsonValueKind.Array)
        {
            return GraphError.Missing(field);
        }

        var count = array.GetArrayLength();
        return count >= least && count <= most ? null : GraphError.Value(string.Create(
            CultureInfo.InvariantCulture, $"Invalid number of items in {field}. Min: {least}, Max: {most}."));
    }

    public static GraphError? Link(JsonElement part, string name, string field) =>
        part.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            && Uri.TryCreate(value.GetString(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? null
            : GraphError.Value($"{field} must be a valid http or https URL.");

    public static string? String(JsonElement part, string name) =>
        part.ValueKind == JsonValueKind.Object && part.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    /// <summary>The refusals of all items, first one first.</summary>
    public static GraphError? Each(JsonElement array, Func<JsonElement, GraphError?> check)
    {
        foreach (var item in array.EnumerateArray())
        {
            if ((item.ValueKind == JsonValueKind.Object ? check(item) : GraphError.Value("An object is expected.")) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    private static GraphError? Length(JsonElement value, int least, int most, string field)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return GraphError.Value($"{field} must be a string.");
        }

        var length = value.GetString()!.Length;
        return length >= least && length <= most ? null : GraphError.Value(string.Create(
            CultureInfo.InvariantCulture, $"{field} length invalid. Min length: {least}, Max length: {most}."));
    }
}

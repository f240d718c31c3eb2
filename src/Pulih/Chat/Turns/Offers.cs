using System.Globalization;
using System.Text.Json;
using Pulih.Sending.Contracts;

namespace Pulih.Chat.Turns;

/// <summary>The choices of the last message, so that whoever types instead of tapping is understood.</summary>
internal static class Offers
{
    private sealed record Offer(string Title, string Payload);

    public static string Json(string dialogue, IReadOnlyList<Choice> choices) =>
        choices.Count == 0 ? "[]" : JsonSerializer.Serialize(choices.Select(c => new Offer(c.Title, $"{dialogue}:{c.Payload}")));

    /// <summary>The wire payload of the choice that "2", "b", "b." or its title stands for.</summary>
    public static string? Find(string offered, string typed)
    {
        var text = typed.Trim().TrimEnd('.', ')', '!');
        if (offered.Length <= 2 || text.Length is 0 or > 40)
        {
            return null;
        }

        var offers = JsonSerializer.Deserialize<List<Offer>>(offered)!;
        var place = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number - 1
            : text.Length == 1 && char.IsAsciiLetter(text[0]) ? (text[0] | 0x20) - 'a'
            : offers.FindIndex(o => string.Equals(o.Title, text, StringComparison.OrdinalIgnoreCase));
        return place >= 0 && place < offers.Count ? offers[place].Payload : null;
    }
}

using Pulih.Sending.Contracts;

namespace Pulih.Sending.Channels;

/// <summary>
/// Makes messages of a step: what a channel cannot carry together goes out one after another. A voice is always a message
/// of its own; a picture and a long text are where several messages cost nothing.
/// </summary>
internal static class Portion
{
    /// <summary>At least one message; the last one carries the choices.</summary>
    public static IEnumerable<Say> Of(Say say, Capabilities can)
    {
        if (say is { Audio: { } audio, Text.Length: > 0 })
        {
            yield return new("") { Audio = audio };
            say = say with { Audio = null };
        }

        if (!can.SeveralMessages)
        {
            yield return say;
            yield break;
        }

        if (say is { Picture: { } picture, Text.Length: > 0 })
        {
            yield return new("") { Picture = picture };
            say = say with { Picture = null };
        }

        var room = can.Text - can.LengthOf(Render.Numbers(say, can));
        var rest = say.Text.Trim();
        while (can.LengthOf(rest) > room)
        {
            var end = End(rest, can, room);
            yield return new(rest[..end].TrimEnd());
            rest = rest[end..].TrimStart();
        }

        yield return say with { Text = rest };
    }

    /// <summary>Where the first part ends: after a paragraph, else a sentence, else a word, not before half of what fits.</summary>
    private static int End(string text, Capabilities can, int room)
    {
        var most = text.Length;
        while (can.LengthOf(text[..most]) > room)
        {
            most -= Math.Max(1, (can.LengthOf(text[..most]) - room) / 4);
        }

        if (char.IsHighSurrogate(text[most - 1]))
        {
            most--;
        }

        foreach (var mark in new[] { "\n\n", "\n", ". ", " " })
        {
            var at = text.LastIndexOf(mark, most - 1, most, StringComparison.Ordinal);
            if (at >= most / 2)
            {
                return at + mark.Length;
            }
        }

        return most;
    }
}

using System.Globalization;
using System.Text;
using Pulih.Sending.Contracts;

namespace Pulih.Sending.Channels;

/// <summary>The form a message takes on its channel.</summary>
internal enum Form
{
    /// <summary>Words only, or a picture.</summary>
    Plain,
    Buttons,
    List,
    QuickReplies,
}

/// <summary>A message in the best form its channel has; what is not to be tapped stands numbered in the text.</summary>
internal sealed record Rendered(Form Form, string Text, IReadOnlyList<Choice> Choices, Picture? Picture);

/// <summary>Brings a message into its channel's form: buttons, a list, quick replies, numbers to type, in this order.</summary>
internal static class Render
{
    public static Rendered Of(Say say, Capabilities can)
    {
        var text = can.Emphasis ? say.Text : WhatsAppText.Plain(say.Text);
        var choices = say.Choices;
        if (Fit(choices, can.Buttons.Most, can.Buttons.Title) && can.LengthOf(text) <= can.Buttons.Text)
        {
            return new(Form.Buttons, text, choices, say.Picture);
        }

        if (say.Picture is null && Fit(choices, can.List.Most, can.List.Title) && can.LengthOf(text) <= can.List.Text)
        {
            return new(Form.List, text, choices, null);
        }

        if (choices.Count > 0 && choices.Count <= can.QuickReplies.Most)
        {
            return Fit(choices, can.QuickReplies.Most, can.QuickReplies.Title) && choices.All(c => c.Description is null)
                ? new(Form.QuickReplies, Cut(text, can), choices, null)
                : new(Form.QuickReplies, Cut(text + Numbers(say, can), can), [.. choices.Select((c, i) => c with { Title = (i + 1).ToString(CultureInfo.InvariantCulture) })], null);
        }

        text += Numbers(say, can);

        // A text too long for a caption goes without its picture: the words carry the lesson, and it stays one message.
        return say.Picture is { } picture && (text.Length == 0 || can.LengthOf(text) <= can.Caption)
            ? new(Form.Plain, text, [], picture)
            : new(Form.Plain, Cut(text, can), [], null);
    }

    /// <summary>The lines that stand for choices which are not to be tapped by name; with what describes them where that leaves half of the message for its text.</summary>
    public static string Numbers(Say say, Capabilities can)
    {
        var described = Numbers(say, can, described: true);
        return can.LengthOf(described) <= can.Text / 2 ? described : Numbers(say, can, described: false);
    }

    private static string Numbers(Say say, Capabilities can, bool described)
    {
        if (say.Choices.Count == 0)
        {
            return "";
        }

        var lines = new StringBuilder("\n");
        for (var i = 0; i < say.Choices.Count; i++)
        {
            var (title, more) = (say.Choices[i].Title, say.Choices[i].Description);
            lines.Append(CultureInfo.InvariantCulture, $"\n{(can.Emphasis ? $"*{i + 1}*" : $"{i + 1}.")} {title}{(described && more is not null ? $" – {more}" : "")}");
        }

        return lines.ToString();
    }

    private static bool Fit(IReadOnlyList<Choice> choices, int most, int longest) =>
        choices.Count > 0 && choices.Count <= most && choices.All(c => c.Title.Length > 0 && c.Title.Length <= longest);

    private static string Cut(string text, Capabilities can)
    {
        var length = text.Length;
        while (length > 0 && (can.LengthOf(text[..length]) > can.Text || char.IsHighSurrogate(text[length - 1])))
        {
            length--;
        }

        return text[..length];
    }
}

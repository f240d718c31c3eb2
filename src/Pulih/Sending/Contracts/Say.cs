namespace Pulih.Sending.Contracts;

/// <summary>
/// One message to one person, before any channel's form: text with WhatsApp's emphasis (*bold*, _italic_), perhaps a
/// picture, perhaps choices. One step of a conversation is one <see cref="Say"/>, because each costs money.
/// </summary>
public sealed record Say(string Text)
{
    /// <summary>Up to three choices with titles of at most 20 characters become buttons, up to ten with titles of at most 24 a list, more a numbered text.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>What opens the list when there are four to ten choices; at most 20 characters.</summary>
    public string? ListButton { get; init; }

    public Picture? Picture { get; init; }

    /// <summary>
    /// A path of this product to OGG Opus, mono. WhatsApp's audio carries no words and no buttons, so it goes out as a
    /// message of its own before this one; with an empty text it goes alone.
    /// </summary>
    public string? Audio { get; init; }

    /// <summary>Sent as an approved template; the text is then how it reads.</summary>
    public TemplateUse? Template { get; init; }

    /// <summary>True for what no budget may stop: what the law asks to be said about stopping, consent and erasure.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool MustGo { get; init; }

    /// <summary>This message with another text before its own, a blank line between; the way two steps become one message.</summary>
    public Say After(string? preface) => string.IsNullOrEmpty(preface) ? this : this with { Text = $"{preface}\n\n{Text}" };
}

/// <summary>
/// Something to tap. <paramref name="Payload"/> comes back as it was, prefixed by the dialogue's name on the wire
/// (together at most 200 characters), and says by itself what was meant, because a tap may come late or twice.
/// </summary>
public sealed record Choice(string Title, string Payload, string? Description = null);

/// <summary>A picture at a path of this product, such as <c>/media/courses/…png</c>; <paramref name="Alt"/> says what it shows.</summary>
public sealed record Picture(string Path, string Alt);

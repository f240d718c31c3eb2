namespace Pulih.Chat.Contracts;

/// <summary>What kind of thing a person sent.</summary>
public enum HeardKind
{
    /// <summary>Nothing was sent: another dialogue handed over, and this one opens.</summary>
    Begin = 0,
    Text = 1,

    /// <summary>A button or list row, or a typed number, letter or title that stood for one.</summary>
    Tap = 2,
    Voice = 3,
    Picture = 4,
    Location = 5,

    /// <summary>Document, video, sticker, contact, order or something newer than this product.</summary>
    Other = 6,

    /// <summary>The provider tells that the person has another number now; the text is the new address. No dialogue hears it.</summary>
    Moved = 7,

    /// <summary>The provider tells that the person wants no promotion any more. No dialogue hears it.</summary>
    NoOffers = 8,
}

/// <summary>Words that mean the same at any point of any conversation.</summary>
public enum Word
{
    None = 0,
    Continue,
    Repeat,
    Help,
    Stop,
    Menu,
    ChangeData,
    Yes,
    No,

    /// <summary>Asks for a human.</summary>
    Human,

    /// <summary>Wants to go on in another channel.</summary>
    Link,
}

/// <summary>One message as a dialogue hears it: cleaned, its everyday word recognised, a tap resolved.</summary>
/// <param name="Kind">What was sent.</param>
/// <param name="Text">The cleaned text, caption or title; empty when there is none. At most 4,096 characters.</param>
/// <param name="At">When the person sent it, UTC.</param>
/// <param name="MessageId">The provider's id of the message; unique.</param>
public sealed record Heard(HeardKind Kind, string Text, DateTime At, string MessageId)
{
    /// <summary>The everyday word the whole text is a spelling of.</summary>
    public Word Word { get; init; }

    /// <summary>The payload of the tapped choice, without the dialogue's name; only on <see cref="HeardKind.Tap"/>.</summary>
    public string? Payload { get; init; }

    /// <summary>The provider's id of the picture or voice that was sent, for <see cref="IFetchFiles"/>.</summary>
    public string? File { get; init; }

    /// <summary>The code of an entry link found in the text, upper case, such as <c>FBPAGE1</c>.</summary>
    public string? Referral { get; init; }

    /// <summary>The question open before this message was asked of this dialogue; false when the conversation was elsewhere.</summary>
    public bool Open { get; init; } = true;
}

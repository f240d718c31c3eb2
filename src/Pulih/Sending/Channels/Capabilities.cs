namespace Pulih.Sending.Channels;

/// <summary>What a channel shows. Lengths are characters, unless its texts are counted in UTF-8 bytes.</summary>
internal sealed record Capabilities
{
    public required int Text { get; init; }

    public bool InBytes { get; init; }

    /// <summary>The longest text beside a picture; 0 where a picture is a message of its own.</summary>
    public int Caption { get; init; }

    /// <summary>Most buttons under a text, their titles, and the longest text that has buttons.</summary>
    public (int Most, int Title, int Text) Buttons { get; init; }

    /// <summary>Most rows of a list, their titles, and the longest text above it.</summary>
    public (int Most, int Title, int Text) List { get; init; }

    /// <summary>Most answers to tap below the last message, and their titles.</summary>
    public (int Most, int Title) QuickReplies { get; init; }

    /// <summary>*bold* and _italic_ are shown as such.</summary>
    public bool Emphasis { get; init; }

    /// <summary>Approved templates may begin a conversation.</summary>
    public bool Templates { get; init; }

    /// <summary>One step may be several messages, because none of them costs money.</summary>
    public bool SeveralMessages { get; init; }

    /// <summary>How long after somebody wrote a human of ours may answer.</summary>
    public TimeSpan HumanWindow { get; init; } = Contracts.Outgoing.Window;

    /// <summary>Cloud API, messages and interactive messages.</summary>
    public static readonly Capabilities WhatsApp = new()
    {
        Text = 4_096, Caption = 1_024, Buttons = (3, 20, 1_024), List = (10, 24, 4_096), Emphasis = true, Templates = true,
    };

    /// <summary>Messenger Platform: text 2,000, button template 640 with three buttons, 13 quick replies of 20, human agent seven days.</summary>
    public static readonly Capabilities Messenger = new()
    {
        Text = 2_000, Buttons = (3, 20, 640), QuickReplies = (13, 20), SeveralMessages = true, HumanWindow = TimeSpan.FromDays(7) - TimeSpan.FromMinutes(5),
    };

    /// <summary>Instagram messaging: as Messenger, but texts of 1,000 bytes.</summary>
    public static readonly Capabilities Instagram = Messenger with { Text = 1_000, InBytes = true };

    public int LengthOf(string text) => InBytes ? System.Text.Encoding.UTF8.GetByteCount(text) : text.Length;
}

using Pulih.Platform;

namespace Pulih.Sending.Contracts;

/// <summary>The address that opens WhatsApp with our number and words already typed; in Demo, where nobody's WhatsApp is, the simulator's phone.</summary>
public sealed class ChatLink(WhatsAppSettings whatsApp, MetaChannels channels, Settings settings)
{
    private readonly string number = string.Concat((whatsApp.Numbers.Count > 0 ? whatsApp.Numbers[0].Display : "").Where(char.IsAsciiDigit));

    /// <summary>Opens a channel with an entry code: by a first message that carries it on WhatsApp, by the link itself on the others. Null where the channel is off or nobody said how we are called there.</summary>
    public string? Entering(string channel, string code, string words)
    {
        if (channel == ChannelName.WhatsApp)
        {
            return Saying(words);
        }

        if (channels.Of(channel)?.Outlets[0].Display is not { Length: > 0 } name)
        {
            return null;
        }

        return settings.Demo ? $"{settings.PublicUrl}/simulator?channel={channel}&text={Uri.EscapeDataString(words)}"
            : channel == ChannelName.Messenger ? $"https://m.me/{name}?ref={Uri.EscapeDataString(code)}"
            : $"https://ig.me/m/{name}?ref={Uri.EscapeDataString(code)}";
    }

    /// <summary>Null when it is not configured how the number is dialled.</summary>
    public string? Saying(string words) =>
        settings.Demo ? $"{settings.PublicUrl}/simulator?text={Uri.EscapeDataString(words)}"
        : number.Length == 0 ? null
        : $"https://wa.me/{number}?text={Uri.EscapeDataString(words)}";
}

using Pulih.Platform;

namespace Pulih.Sending.Contracts;

/// <summary>The address that opens WhatsApp with our number and words already typed; in Demo, where nobody's WhatsApp is, the simulator's phone.</summary>
public sealed class ChatLink(WhatsAppSettings whatsApp, Settings settings)
{
    private readonly string number = string.Concat((whatsApp.Numbers.Count > 0 ? whatsApp.Numbers[0].Display : "").Where(char.IsAsciiDigit));

    /// <summary>Null when it is not configured how the number is dialled.</summary>
    public string? Saying(string words) =>
        settings.Demo ? $"{settings.PublicUrl}/simulator?text={Uri.EscapeDataString(words)}"
        : number.Length == 0 ? null
        : $"https://wa.me/{number}?text={Uri.EscapeDataString(words)}";
}

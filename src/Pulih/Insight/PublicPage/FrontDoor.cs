using Pulih.Platform;

namespace Pulih.Insight.PublicPage;

/// <summary>Where an owner begins: our number in WhatsApp, or in Demo the phone simulator that stands for it.</summary>
internal sealed class FrontDoor(Settings settings, IConfiguration configuration)
{
    public string Address { get; } = settings.Demo ? "/simulator" : WhatsApp(configuration["Channels:WhatsApp:Numbers:0:Display"]);

    // "Daftar" is what the message already says when WhatsApp opens: the owner only taps send.
    private static string WhatsApp(string? display) =>
        $"https://wa.me/{string.Concat((display ?? "").Where(char.IsAsciiDigit))}?text=Daftar";
}

using Pulih.Platform;
using Pulih.Platform.Secrets;

namespace Pulih.Recovery.Pulse;

/// <summary>The owner's personal link to <see cref="PulsePage"/> of one business.</summary>
internal sealed class PulseLink(SignedLink links, Settings settings)
{
    public const string Address = "/kabar";

    private const string Purpose = "pulse";
    private const int Lasts = 14;

    public string For(Guid business, DateTime at) => $"{settings.PublicUrl}{Address}/{links.Token(Purpose, business, at, Lasts)}";

    /// <summary>The business; null for a forged link and one whose days are over.</summary>
    public Guid? Read(string token, DateTime now) => links.Read(Purpose, token, now);
}

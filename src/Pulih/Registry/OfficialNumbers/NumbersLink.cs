using Pulih.Platform;
using Pulih.Platform.Secrets;
using Pulih.Registry.Contracts;

namespace Pulih.Registry.OfficialNumbers;

/// <summary>The personal link to <see cref="NumbersPage"/>.</summary>
internal sealed class NumbersLink(SignedLink links, Settings settings) : INumbersLink
{
    public const string Address = "/data-usaha";

    /// <summary>How many days a link opens.</summary>
    public const int Lasts = 7;

    private const string Purpose = "numbers";

    public string For(Guid personId, DateTime at) => $"{settings.PublicUrl}{Address}/{links.Token(Purpose, personId, at, Lasts)}";

    /// <summary>Whose link it is; null for a forged one and one whose days are over.</summary>
    public Guid? Read(string token, DateTime now) => links.Read(Purpose, token, now);
}

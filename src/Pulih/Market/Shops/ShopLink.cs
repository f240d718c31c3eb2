using Pulih.Platform;
using Pulih.Platform.Secrets;

namespace Pulih.Market.Shops;

/// <summary>The owner's personal link to <see cref="Products.ProductsPage"/> .</summary>
internal sealed class ShopLink(SignedLink links, Settings settings, TimeProvider clock)
{
    public const string Address = "/produk";

    private const string Purpose = "products";
    private const int Lasts = 14;

    public string For(Guid person) => $"{settings.PublicUrl}{Address}/{links.Token(Purpose, person, clock.GetUtcNow().UtcDateTime, Lasts)}";

    /// <summary>Whose it is; null for a forged link and one whose days are over.</summary>
    public Guid? Read(string token) => links.Read(Purpose, token, clock.GetUtcNow().UtcDateTime);
}

using System.Globalization;
using System.Xml;
using Pulih.Market.Shops;

namespace Pulih.Market.Feeds;

/// <summary>One product as both platforms want it (Meta, catalogue feed fields; Google Merchant Center, product data): plain text, a price in IDR, an id that never changes.</summary>
internal sealed record FeedItem(string Id, string Title, string Description, bool Available, long Price, string Link, string Image, string Brand)
{
    private const int LongestTitle = 150; // Google's limit; Meta takes 200.
    private const int LongestBrand = 70; // Google's limit; Meta takes 100.

    public static FeedItem Of(ShownProduct shown, string publicUrl) => new(
        shown.Product.Id.ToString("N"),
        Clean(shown.Product.Name!, LongestTitle),
        Clean(shown.Product.Description!, 5_000),
        shown.Product.Available,
        shown.Product.Price!.Value,
        $"{shown.Shop.Link(publicUrl)}#p-{shown.Product.Id:N}",
        publicUrl + ShopFiles.Address(shown.Shop.Slug, shown.Product, small: false),
        Clean(shown.Shop.Name, LongestBrand));

    /// <summary><c>125000 IDR</c></summary>
    public string MetaPrice => Price.ToString(CultureInfo.InvariantCulture) + " IDR";

    /// <summary><c>125000.00 IDR</c></summary>
    public string GooglePrice => Price.ToString(CultureInfo.InvariantCulture) + ".00 IDR";

    private static string Clean(string text, int longest)
    {
        var kept = string.Concat(text.Select(c => c is '<' or '>' || !(XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)) ? ' ' : c));
        var cut = kept.Length <= longest ? kept : kept[..(char.IsHighSurrogate(kept[longest - 1]) ? longest - 1 : longest)];
        return cut.Trim();
    }
}

using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Pulih.Market.Products;
using Pulih.Platform;
using Pulih.Platform.Storage;
using Pulih.Platform.Web;
using Pulih.Registry.Contracts;

namespace Pulih.Market.Shops;

/// <summary>A business's selling page, as its owner shares it: what there is, for how much, and a button that opens the owner's WhatsApp.</summary>
[AllowAnonymous]
[OutputCache(PolicyName = PublicCache.Name)]
internal sealed class ShopPage(PulihDb db, IRegions regions, Settings settings, Assets assets) : PageModel
{
    public Shop Shop { get; private set; } = null!;

    public IReadOnlyList<Product> Products { get; private set; } = [];

    public string Place => regions.Get(Shop.RegionCode)?.Regency.Display ?? "";

    public string StyleSheet => assets["shop.css"];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (await db.Set<Shop>().AsNoTracking().SingleOrDefaultAsync(s => s.Slug == slug && s.IsOpen, cancel) is not { } shop)
        {
            return NotFound();
        }

        Shop = shop;
        Products = await db.Set<Product>().AsNoTracking().Where(p => p.BusinessId == shop.BusinessId && (p.State == ProductState.Waiting || p.State == ProductState.Approved))
            .OrderByDescending(p => p.Available).ThenBy(p => p.Id).ToListAsync(cancel);
        return Page();
    }

    public string Photo(Product product, bool small) => ShopFiles.Address(Shop.Slug, product, small);

    /// <summary>The page for machines (schema.org). The encoder leaves no sign in it that could end the script element.</summary>
    public IHtmlContent StructuredData() => new HtmlString(JsonSerializer.Serialize(new Dictionary<string, object?>
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "Store",
        ["name"] = Shop.Name,
        ["url"] = Shop.Link(settings.PublicUrl),
        ["address"] = Place,
        ["makesOffer"] = Products.Select(p => new Dictionary<string, object?>
        {
            ["@type"] = "Offer",
            ["price"] = p.Price,
            ["priceCurrency"] = "IDR",
            ["availability"] = p.Available ? "https://schema.org/InStock" : "https://schema.org/OutOfStock",
            ["itemOffered"] = new Dictionary<string, object?> { ["@type"] = "Product", ["name"] = p.Name, ["description"] = p.Description, ["image"] = settings.PublicUrl + Photo(p, small: false) },
        }),
    }));
}

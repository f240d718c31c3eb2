using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Pulih.Market.Products;
using Pulih.Platform;
using Pulih.Platform.Language;
using Pulih.Platform.Storage;
using Pulih.Registry.Contracts;
using Microsoft.Extensions.Localization;
using Pulih.Platform.Print;

namespace Pulih.Market.Shops;

/// <summary>What belongs to a shop's page besides itself: photos, the way to the owner's WhatsApp, a poster.</summary>
internal static class ShopFiles
{
    // A minute: whoever takes their shop out of the public wants it gone.
    private const string Kept = "public, max-age=60";

    public static string Address(string slug, Product product, bool small) =>
        string.Create(CultureInfo.InvariantCulture, $"/shops/{slug}/photos/{product.Id:N}/{product.PhotoNumber}{(small ? "s" : "")}.jpg");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/shops/{slug}/photos/{id}/{number}.jpg", Photo).AllowAnonymous();
        routes.MapGet("/shops/{slug}/order/{id}", Order).AllowAnonymous();
        routes.MapGet("/shops/{slug}/poster.pdf", Sheet).AllowAnonymous();
        routes.MapGet("/produk/{token}/{id}/{number}.jpg", OwnPhoto).AllowAnonymous();
    }

    private static async Task<IResult> Photo(string slug, string id, string number, PulihDb db, HttpContext context, CancellationToken cancel)
    {
        if (!Guid.TryParseExact(id, "N", out var product) || !await Shown(db, slug, product).AnyAsync(cancel))
        {
            return TypedResults.NotFound();
        }

        context.Response.Headers.CacheControl = Kept;
        return await Jpeg(db, product, number.EndsWith('s'), number, cancel);
    }

    private static async Task<IResult> OwnPhoto(string token, string id, string number, PulihDb db, ShopLink link, CancellationToken cancel) =>
        link.Read(token) is { } person && Guid.TryParse(id, out var product) && await db.Set<Product>().AnyAsync(p => p.Id == product && p.PersonId == person, cancel)
            ? await Jpeg(db, product, small: true, number, cancel)
            : TypedResults.NotFound();

    /// <summary>Counts the tap, which says nothing of who tapped, and opens the owner's WhatsApp with the product named.</summary>
    private static async Task<IResult> Order(string slug, string id, PulihDb db, IPeople people, IStringLocalizer<Texts> text, TimeProvider clock, HttpContext context, CancellationToken cancel)
    {
        if (!Guid.TryParseExact(id, "N", out var product)
            || await Shown(db, slug, product).Where(s => s.Shop.ShowsNumber && s.Product.Available).SingleOrDefaultAsync(cancel) is not { } found
            || (await people.Load(db, [found.Shop.PersonId], cancel)).GetValueOrDefault(found.Shop.PersonId)?.Phone is not { } phone)
        {
            return TypedResults.NotFound();
        }

        if (!IsCrawler(context.Request.Headers.UserAgent.ToString()))
        {
            await Enquiry.Add(db, product, found.Shop.BusinessId, Formats.DayInWib(clock.GetUtcNow().UtcDateTime), cancel);
        }

        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        return TypedResults.Redirect($"https://wa.me/{phone.TrimStart('+')}?text={Uri.EscapeDataString(text["order.words", found.Product.Name ?? "", Formats.Rupiah((found.Product.Price ?? 0) * 100)])}");
    }

    private static async Task<IResult> Sheet(string slug, PulihDb db, Settings settings, IStringLocalizer<Texts> text, CancellationToken cancel)
    {
        if (await db.Set<Shop>().AsNoTracking().SingleOrDefaultAsync(s => s.Slug == slug && s.IsOpen, cancel) is not { } shop)
        {
            return TypedResults.NotFound();
        }

        var link = shop.Link(settings.PublicUrl);
        var poster = Cultures.First(() => new Poster(shop.Name, text["poster.under"], text["poster.qr"], [(text["poster.scan"], Face.Strong, 20), (link, Face.Text, 15)]));
        return TypedResults.File(poster.Pdf(link, shop.Name), "application/pdf", $"{shop.Slug}.pdf");
    }

    private static IQueryable<ShownProduct> Shown(PulihDb db, string slug, Guid product) =>
        from p in db.Set<Product>().AsNoTracking()
        join s in db.Set<Shop>().AsNoTracking() on p.BusinessId equals s.BusinessId
        where p.Id == product && s.Slug == slug && s.IsOpen && (p.State == ProductState.Waiting || p.State == ProductState.Approved)
        select new ShownProduct { Product = p, Shop = s };

    private static async Task<IResult> Jpeg(PulihDb db, Guid product, bool small, string number, CancellationToken cancel) =>
        await db.Set<ProductPhoto>().AsNoTracking().Where(p => p.ProductId == product).Select(p => small ? p.Small : p.Large).SingleOrDefaultAsync(cancel) is { } jpeg
            ? TypedResults.File(jpeg, "image/jpeg", entityTag: new EntityTagHeaderValue($"\"{product:N}-{(int.TryParse(number.TrimEnd('s'), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0)}{(small ? "s" : "")}\""))
            : TypedResults.NotFound();

    // Machines that follow links are no buyers; those that hide it are counted, as the README says.
    private static bool IsCrawler(string agent) =>
        agent.Length == 0 || Array.Exists(["bot", "crawl", "spider", "facebookexternalhit", "preview", "whatsapp"], word => agent.Contains(word, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A product that may be seen, and the shop it stands in.</summary>
internal sealed class ShownProduct
{
    public required Product Product { get; init; }
    public required Shop Shop { get; init; }
}

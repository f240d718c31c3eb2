using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Market.Shops;
using Pulih.Platform.Storage;
using Pulih.Platform.Web;
using Pulih.Privacy.Contracts;

namespace Pulih.Market.Products;

/// <summary>An owner's products on one page: make, change, and say what the public may see. Whose they are follows from the signed link alone.</summary>
[AllowAnonymous]
internal sealed class ProductsPage(PulihDb db, ShopLink link, RecallProducts recall, KeepProducts keep, IConsent consent, Assets assets, IStringLocalizer<Texts> text, TimeProvider clock) : PageModel
{
    private const long MostBytes = 20 << 20;
    private readonly Dictionary<string, string> typed = new(StringComparer.Ordinal);

    public ProductKnown Known { get; private set; } = null!;

    public string Token { get; private set; } = "";

    public Product? Editing { get; private set; }

    public bool Saved { get; private set; }

    /// <summary>How many buyers tapped to order in the last thirty days.</summary>
    public long Clicks { get; private set; }

    /// <summary>What is wrong with a field, by its name.</summary>
    public Dictionary<string, string> Wrong { get; } = new(StringComparer.Ordinal);

    public string StyleSheet => assets["shop.css"];

    public async Task<IActionResult> OnGetAsync(string token, string? id, CancellationToken cancel) => await Load(token, id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string token, string? id, IFormFile? photo, CancellationToken cancel)
    {
        var form = await Request.ReadFormAsync(cancel);
        var light = photo is { Length: > 0 and <= MostBytes } ? LightPhoto.Of(await photo.Bytes(cancel)) : null;
        var found = await db.Repeat(async () =>
        {
            Wrong.Clear();
            if (!await Load(token, id, cancel))
            {
                return false;
            }

            await Read(form, photo is { Length: > 0 }, light, cancel);
            Saved = Wrong.Count == 0;
            return true;
        }, cancel);
        return found ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostShowAsync(string token, bool show, bool number, CancellationToken cancel)
    {
        var found = await db.Repeat(async () =>
        {
            if (!await Load(token, null, cancel))
            {
                return false;
            }

            consent.Record(db, Known.Person!.Id, ConsentPurpose.ShowShop, show, consent.Ask(ConsentPurpose.ShowShop, "").Version, "web");
            keep.Show(Known.Shop, show);
            keep.ShowNumber(Known.Shop, number && show);
            return Saved = true;
        }, cancel);
        return found ? Page() : NotFound();
    }

    /// <summary>What a field shows: what was typed, else what is kept.</summary>
    public string Shown(string field) => Wrong.Count > 0 ? typed.GetValueOrDefault(field) ?? "" : field switch
    {
        "Name" => Editing?.Name ?? "",
        "Price" => Editing?.Price?.ToString(CultureInfo.InvariantCulture) ?? "",
        _ => Editing?.Description ?? "",
    };

    private async Task Read(IFormCollection form, bool sent, LightPhoto? light, CancellationToken cancel)
    {
        foreach (var field in new[] { "Name", "Price", "Description" })
        {
            typed[field] = form[field].ToString();
        }

        var (name, price, description) = (ProductName.Of(typed["Name"]), ProductPrice.Of(typed["Price"]), ProductDescription.Of(typed["Description"]));
        Note("Name", name.Refusal);
        Note("Price", price.Refusal);
        Note("Description", description.Refusal);
        Note("photo", sent && light is null ? "photo.not" : !sent && Editing is not { Photo: PhotoState.Good or PhotoState.Small or PhotoState.Coming } ? "photo.please" : null);
        Note("Name", Editing is null && Known.Products.Count >= ProductTurn.MostProducts ? "page.full" : null);
        if (Wrong.Count > 0)
        {
            return;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var product = Editing ??= keep.Begin(db, Known, Known.NewId);
        if (product.Name != name.Text)
        {
            product.Rename(name, now);
        }

        if (product.Price != price.Rupiah)
        {
            product.Reprice(price, now);
        }

        if (product.Description != description.Text)
        {
            product.Describe(description, now);
        }

        product.Offer(form["Available"] == "true", now);
        if (light is not null)
        {
            await Put(product, light, now, cancel);
        }
    }

    private async Task Put(Product product, LightPhoto light, DateTime now, CancellationToken cancel)
    {
        var photo = await db.Set<ProductPhoto>().SingleOrDefaultAsync(p => p.ProductId == product.Id, cancel) ?? db.Add(new ProductPhoto { ProductId = product.Id }).Entity;
        photo.Arrive(light);
        product.TakePhoto(light.Side < LightPhoto.LeastSide ? PhotoState.Small : PhotoState.Good, now);
    }

    private void Note(string field, string? refusal)
    {
        if (refusal is not null)
        {
            Wrong.TryAdd(field, text[refusal]);
        }
    }

    private async Task<bool> Load(string token, string? id, CancellationToken cancel)
    {
        if (link.Read(token) is not { } person)
        {
            return false;
        }

        (Token, Known) = (token, (await recall.For(db, [person], cancel))[person]);
        if (Known.Business is not { Id: var business })
        {
            return false;
        }

        Editing = Guid.TryParse(id, out var product) ? Known.Find(product) : null;
        var since = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-30);
        Clicks = await db.Set<Enquiry>().Where(e => e.BusinessId == business && e.Day >= since).SumAsync(e => (long?)e.Count, cancel) ?? 0;
        return true;
    }
}

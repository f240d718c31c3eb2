using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Pulih.Market.Curation;
using Pulih.Market.Products;
using Pulih.Platform.Accounts;

namespace Pulih.Market.Shops;

/// <summary>Selling pages, the owner's page, the catalogue and its curation.</summary>
public sealed class ShopPagesTests : IAsyncLifetime
{
    private MarketWorld world = null!;

    public async ValueTask InitializeAsync() => world = await MarketWorld.Start();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_page_with_three_photos_is_light_structured_and_leads_to_the_owners_whatsapp_and_counts_the_tap()
    {
        var (shop, products) = await world.Shop(products: 3, name: "Kue \"lapis\" & legit");
        var page = await world.App.Http.GetByteArrayAsync($"/shops/{shop.Slug}");
        var html = WebUtility.HtmlDecode(System.Text.Encoding.UTF8.GetString(page));
        var photos = Regex.Matches(html, "<img src=\"([^\"]+)\"").Select(m => m.Groups[1].Value).ToList();
        photos.Count.ShouldBe(3);
        var weight = 0;
        foreach (var photo in photos)
        {
            weight += (await world.App.Http.GetByteArrayAsync(photo)).Length;
        }

        (page.Length + weight).ShouldBeLessThan(60 * 1_024);
        using var data = JsonDocument.Parse(Regex.Match(System.Text.Encoding.UTF8.GetString(page), "<script type=\"[^\"]+\">(.*?)</script>").Groups[1].Value);
        data.RootElement.GetProperty("makesOffer")[0].GetProperty("itemOffered").GetProperty("name").GetString().ShouldBe("Kue \"lapis\" & legit");

        using var buyer = world.App.Browser();
        buyer.DefaultRequestHeaders.Add("User-Agent", "Mozilla/5.0 (Android)");
        for (var i = 0; i < 2; i++)
        {
            var order = await buyer.GetAsync($"/shops/{shop.Slug}/order/{products[0].Id:N}");
            order.Headers.Location!.ToString().ShouldStartWith("https://wa.me/62813");
            Uri.UnescapeDataString(order.Headers.Location.Query).ShouldContain("Kue \"lapis\" & legit (Rp15.000)");
        }

        using var crawler = world.App.Browser();
        crawler.DefaultRequestHeaders.Add("User-Agent", "facebookexternalhit/1.1");
        await crawler.GetAsync($"/shops/{shop.Slug}/order/{products[0].Id:N}");
        (await world.App.With(db => db.Set<Enquiry>().SingleAsync(e => e.ProductId == products[0].Id))).Count.ShouldBe(2);

        await world.Change(products[0].Id, (p, now) => p.Offer(false, now));
        (await buyer.GetAsync($"/shops/{shop.Slug}/order/{products[0].Id:N}")).StatusCode.ShouldBe(HttpStatusCode.NotFound, "what is sold out is not ordered");
        await world.App.Change(db => db.Set<Shop>().Single(s => s.BusinessId == shop.BusinessId).ShowNumber(false, DateTime.UnixEpoch));
        (await buyer.GetAsync($"/shops/{shop.Slug}/order/{products[1].Id:N}")).StatusCode.ShouldBe(HttpStatusCode.NotFound, "the number is not public any more");
    }

    [Fact]
    public async Task An_owner_makes_and_changes_products_on_the_page_of_the_link_too()
    {
        var (owner, _, _) = await world.Owner();
        var address = new Uri(world.Get<ShopLink>().For(owner.Id)).AbsolutePath;
        using var browser = world.App.Browser();
        var wrong = WebUtility.HtmlDecode(await (await browser.Upload(address, address, "photo", "%PDF-1.7"u8.ToArray(), "foto.pdf", ("Name", "Kue <b>"), ("Price", "0"), ("Description", "enak"))).Content.ReadAsStringAsync());
        foreach (var said in new[] { "bukan foto", "tidak bisa dipakai", "tidak bisa gratis", "terlalu pendek", "value=\"Kue <b>\"" })
        {
            wrong.ShouldContain(said);
        }

        var made = await (await browser.Upload(address, address, "photo", MarketWorld.Photo(800, 600), "foto.jpg", ("Name", "Kue nastar"), ("Price", "65rb"), ("Description", "Isi nanas, 500 gram."), ("Available", "true"))).Content.ReadAsStringAsync();
        made.ShouldContain("Sudah disimpan");
        var product = await world.App.With(db => db.Set<Product>().AsNoTracking().SingleAsync(p => p.PersonId == owner.Id));
        (product.Name, product.Price, product.State, product.Photo).ShouldBe(("Kue nastar", 65_000L, ProductState.Waiting, PhotoState.Good));
        var shop = await world.App.With(db => db.Set<Shop>().AsNoTracking().SingleAsync(s => s.PersonId == owner.Id));
        (await world.App.Http.GetAsync($"/shops/{shop.Slug}")).StatusCode.ShouldBe(HttpStatusCode.NotFound, "nobody allowed it yet");
        await browser.Submit(address, address + "?handler=Show", ("show", "true"));
        (await world.App.Http.GetAsync($"/shops/{shop.Slug}?lang=en")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await browser.GetAsync(address[..^1] + "x")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var other = (await world.Shop()).Products[0];
        (await browser.GetStringAsync($"{address}?id={other.Id}")).ShouldNotContain("Keripik singkong", customMessage: "another's product is not there");
    }

    [Fact]
    public async Task The_catalogue_takes_what_a_curator_approved_and_tells_the_owner_why_something_is_withdrawn()
    {
        var (_, products) = await world.Shop(name: "Sambal bawang", approved: false);
        using var curator = await world.App.SignedIn(Roles.Curator);
        (await world.App.Http.GetStringAsync("/shops?cari=sambal")).ShouldNotContain("Sambal bawang");
        (await curator.GetStringAsync(CurationPage.Address)).ShouldContain("Sambal bawang");
        var version = (await world.App.With(db => db.Set<Product>().SingleAsync(p => p.Id == products[0].Id))).Version;
        await curator.Submit(CurationPage.Address, CurationPage.Address + "?handler=Approve", ("id", products[0].Id.ToString()), ("version", $"{version - 1}"));
        (await State(products[0].Id)).ShouldBe(ProductState.Waiting, "what changed since it was looked at is not approved");
        await curator.Submit(CurationPage.Address, CurationPage.Address + "?handler=Approve", ("id", products[0].Id.ToString()), ("version", $"{version}"));
        (await State(products[0].Id)).ShouldBe(ProductState.Approved);
        (await world.App.Http.GetStringAsync("/shops?cari=samb&provinsi=35")).ShouldContain("Sambal bawang");
        (await world.App.Http.GetStringAsync("/shops?cari=rendang")).ShouldContain("Tidak ada produk");

        using var stranger = world.App.Browser();
        var slug = await world.App.With(db => db.Set<Shop>().Where(s => s.BusinessId == products[0].BusinessId).Select(s => s.Slug).SingleAsync());
        var report = $"/shops/{slug}/report/{products[0].Id:N}";
        (await (await stranger.Submit(report, report)).Content.ReadAsStringAsync()).ShouldContain("Terima kasih");
        (await curator.GetStringAsync(CurationPage.Address + "?view=reported")).ShouldContain("1 laporan");
        await curator.Submit(CurationPage.Address, CurationPage.Address + "?handler=Withdraw", ("id", products[0].Id.ToString()), ("reason", "Fotonya milik orang lain"));
        (await State(products[0].Id)).ShouldBe(ProductState.Withdrawn);
        (await world.App.Http.GetStringAsync("/shops?cari=sambal")).ShouldNotContain("Sambal bawang");

        using var auditor = await world.App.SignedIn(Roles.Auditor);
        (await auditor.GetStringAsync(CurationPage.Address + "?view=withdrawn")).ShouldContain("Fotonya milik orang lain");
        using var trainer = await world.App.SignedIn(Roles.Trainer);
        (await trainer.GetAsync(CurationPage.Address)).StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }

    private async Task<ProductState> State(Guid id) => (await world.App.With(db => db.Set<Product>().AsNoTracking().SingleAsync(p => p.Id == id))).State;
}

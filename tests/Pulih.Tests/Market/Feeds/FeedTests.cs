using System.IO.Compression;
using System.Net;
using System.Xml.Linq;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Pulih.Market.Products;
using Pulih.Market.Shops;
using Sylvan.Data.Csv;

namespace Pulih.Market.Feeds;

/// <summary>Feeds as the platforms read them.</summary>
public sealed class FeedTests : IAsyncLifetime
{
    private static readonly XNamespace G = "http://base.google.com/ns/1.0";
    private MarketWorld world = null!;

    public async ValueTask InitializeAsync() => world = await MarketWorld.Start();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Both_feeds_carry_every_required_field_of_what_is_approved_and_shown_and_nothing_else()
    {
        var (shop, products) = await world.Shop(products: 2, name: "Kue \"lapis\", legit");
        await world.Shop(approved: false, name: "Belum diperiksa");
        await world.Shop(open: false, name: "Belum boleh tampil");
        await world.Shop(region: "73.71.01", name: "Dari Makassar");
        await world.Change(products[1].Id, (p, now) => p.Offer(false, now));

        foreach (var (scope, expected) in new[] { ("pasar", 3), ("province-35", 2), ("province-73", 1), (shop.Slug, 2) })
        {
            var rows = await Csv(scope);
            rows.Count.ShouldBe(expected, scope);
            rows.ShouldAllBe(r => r["id"].Length == 32 && r["title"].Length > 0 && r["title"].Length <= 200 && r["description"].Length > 0 && r["condition"] == "new" && r["price"].EndsWith(" IDR") && r["link"].StartsWith("http") && r["image_link"].EndsWith(".jpg") && r["brand"].Length > 0);
            var items = (await Xml(scope)).Descendants("item").ToList();
            items.Count.ShouldBe(expected, scope);
            items.ShouldAllBe(i => new[] { "id", "title", "description", "link", "image_link", "availability", "price", "condition", "brand", "identifier_exists" }.All(f => i.Element(G + f)!.Value.Length > 0));
            items.Select(i => i.Element(G + "id")!.Value).ShouldBe(rows.Select(r => r["id"]));
        }

        var own = await Csv(shop.Slug);
        own.Select(r => r["availability"]).ShouldBe(["in stock", "out of stock"]);
        (own[0]["title"], own[0]["price"]).ShouldBe(("Kue \"lapis\", legit", "15000 IDR"));
        (await Xml(shop.Slug)).Descendants(G + "price").First().Value.ShouldBe("15000.00 IDR");
        (await world.App.Http.GetAsync(new Uri(own[0]["image_link"]).AbsolutePath)).Content.Headers.ContentType!.MediaType.ShouldBe("image/jpeg");
        foreach (var none in new[] { "province-99", "tidak-ada", "province-" })
        {
            (await world.App.Http.GetAsync($"/feeds/{none}/meta.csv")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task A_feed_is_written_hourly_and_only_when_something_changed_but_at_once_when_something_is_taken_out()
    {
        var (_, products) = await world.Shop(products: 3);
        var first = await world.App.Http.GetAsync("/feeds/pasar/meta.csv");
        await world.Change(products[0].Id, (p, now) => p.Reprice(ProductPrice.Of("20rb"), now));
        world.Clock.Advance(TimeSpan.FromMinutes(20));
        (await Csv("pasar")).ShouldNotContain(r => r["price"] == "20000 IDR", "an hour is not over");
        world.Clock.Advance(TimeSpan.FromMinutes(50));
        (await Csv("pasar")).ShouldContain(r => r["price"] == "20000 IDR");
        var second = await world.App.Http.GetAsync("/feeds/pasar/meta.csv");
        second.Headers.ETag.ShouldNotBe(first.Headers.ETag);
        world.Clock.Advance(TimeSpan.FromHours(3));
        var third = await world.App.Http.GetAsync("/feeds/pasar/meta.csv");
        third.Headers.ETag.ShouldBe(second.Headers.ETag, "nothing changed");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/feeds/pasar/meta.csv") { Headers = { { "If-None-Match", third.Headers.ETag!.ToString() } } };
        (await world.App.Http.SendAsync(again)).StatusCode.ShouldBe(HttpStatusCode.NotModified);

        await world.Change(products[1].Id, (p, now) => p.Withdraw("palsu", now));
        world.Clock.Advance(TimeSpan.FromSeconds(30));
        (await Csv("pasar")).Count.ShouldBe(2, "within a minute");
    }

    [Fact]
    public async Task An_empty_source_never_becomes_an_empty_feed()
    {
        (await world.App.Http.GetAsync("/feeds/pasar/meta.csv")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var (shop, products) = await world.Shop();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        (await Csv("pasar")).Count.ShouldBe(1);
        // An edit sends it back to the curator: nothing is left, and the platforms keep what they have.
        await world.Change(products[0].Id, (p, now) => p.Rename(ProductName.Of("Nama baru"), now));
        world.Clock.Advance(TimeSpan.FromHours(2));
        (await Csv("pasar")).Count.ShouldBe(1);
        // Taken out of the public by its owner, it is told nobody any more; still there is no empty file.
        await world.App.Change(db => db.Set<Shop>().Single(s => s.BusinessId == shop.BusinessId).Show(false, world.Clock.GetUtcNow().UtcDateTime));
        world.Clock.Advance(TimeSpan.FromSeconds(30));
        (await world.App.Http.GetAsync("/feeds/pasar/meta.csv")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public void Whatever_names_owners_give_the_files_are_well_formed_and_say_what_was_given() =>
        Gen.Select(Gen.String[1, 60], Gen.String[1, 200], Gen.Long[ProductPrice.Least, ProductPrice.Most - 1]).Where(t => ProductName.Of(t.Item1).Refusal is null && ProductDescription.Of(t.Item2).Refusal is null).Array[1, 8].Sample(goods =>
        {
            var shown = goods.Select(Shown).ToList();
            using var csv = new MemoryStream();
            WriteFeed.Meta(csv, shown.ToAsyncEnumerable(), "https://pulih.test", default).GetAwaiter().GetResult().ShouldBe(goods.Length);
            csv.Position = 0;
            var rows = Read(new StreamReader(csv));
            rows.Select(r => r["price"]).ShouldBe(goods.Select(g => $"{g.Item3} IDR"));
            rows.Select(r => r["id"]).ShouldBe(shown.Select(s => s.Product.Id.ToString("N")));
            using var xml = new MemoryStream();
            WriteFeed.Rss(xml, new("x", "Judul & lain", null, null, null), shown.ToAsyncEnumerable(), "https://pulih.test", default).GetAwaiter().GetResult();
            xml.Position = 0;
            XDocument.Load(xml).Descendants(G + "title").Select(t => t.Value.ReplaceLineEndings("\n")).ShouldBe(rows.Select(r => r["title"].ReplaceLineEndings("\n")));
        }, iter: 60);

    private static ShownProduct Shown((string Name, string About, long Price) good)
    {
        var now = DateTime.UnixEpoch;
        var product = Product.Of(Guid.CreateVersion7(), Guid.Empty, Guid.Empty, Guid.Empty, "35", "kuliner", now);
        product.Rename(ProductName.Of(good.Name), now);
        product.Describe(ProductDescription.Of(good.About), now);
        product.Reprice(new(good.Price, null), now);
        return new() { Product = product, Shop = Shop.Of(new(Guid.Empty, "Toko & \"Co\"", "kuliner", "35.06", null, null), Guid.Empty, Guid.Empty, "35", "abcd", now) };
    }

    private async Task<List<Dictionary<string, string>>> Csv(string scope)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/feeds/{scope}/meta.csv") { Headers = { { "Accept-Encoding", "gzip" } } };
        using var answer = await world.App.Http.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
        await using var plain = new GZipStream(await answer.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        return Read(new StreamReader(plain));
    }

    private static List<Dictionary<string, string>> Read(TextReader text)
    {
        using var csv = CsvDataReader.Create(text);
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read())
        {
            rows.Add(Enumerable.Range(0, csv.FieldCount).ToDictionary(csv.GetName, csv.GetString));
        }

        return rows;
    }

    private async Task<XDocument> Xml(string scope) => XDocument.Parse(await world.App.Http.GetStringAsync($"/feeds/{scope}/google.xml"));
}

using Microsoft.EntityFrameworkCore;
using Pulih.Market.Shops;
using Pulih.Platform.Events;
using Pulih.Privacy.Contracts;

namespace Pulih.Market.Products;

/// <summary>An owner makes a product in chat, and the public sees it as far as the owner said.</summary>
public sealed class ProductDialogueTests : IAsyncLifetime
{
    private MarketWorld world = null!;

    public async ValueTask InitializeAsync() => world = await MarketWorld.Start();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Five_steps_make_a_product_and_its_page_and_habis_marks_it_sold_out()
    {
        var (owner, _, number) = await world.Owner("Keripik Bu Siti");
        var phone = world.App.Phone(number);
        await Say(() => phone.SendText("jual"), number, "Langkah 1 dari 5");
        await Say(() => phone.SendText("keripik"), number, "Kirim fotonya dulu");
        await Say(() => phone.SendImage(MarketWorld.Photo(800, 800)), number, "Langkah 2 dari 5");
        await Say(() => phone.SendText("<script>alert(1)</script>"), number, "tidak bisa dipakai");
        await Say(() => phone.SendText("Keripik singkong balado"), number, "Langkah 3 dari 5");
        await Say(() => phone.SendText("gratis"), number, "harus ada harganya");
        await Say(() => phone.SendText("10rb kopi, 15rb teh"), number, "Itu beberapa harga");
        await Say(() => phone.SendText("15rb"), number, "Keripik singkong balado dari Keripik Bu Siti, Kab. Kediri. Harga Rp15.000.");
        await Say(() => phone.Tap("Pakai kalimat ini"), number, "Langkah 5 dari 5");
        await Say(() => phone.Tap("Ada"), number, "ditampilkan di halaman yang bisa dilihat semua orang");
        await Say(() => phone.Tap("Ya, tampilkan"), number, "langsung ke nomor");
        await Say(() => phone.Tap("Ya, boleh"), number, "/shops/keripik-bu-siti-");

        await Eventually.Holds(async () => await world.App.With(db => db.Set<Product>().AnyAsync(p => p.PersonId == owner.Id && p.Photo == PhotoState.Good)));
        var product = await world.App.With(db => db.Set<Product>().AsNoTracking().SingleAsync(p => p.PersonId == owner.Id));
        (product.Name, product.Price, product.State, product.Available).ShouldBe(("Keripik singkong balado", 15_000L, ProductState.Waiting, true));
        var shop = await world.App.With(db => db.Set<Shop>().AsNoTracking().SingleAsync(s => s.PersonId == owner.Id));
        var page = await world.App.Http.GetStringAsync($"/shops/{shop.Slug}");
        page.ShouldContain("Keripik singkong balado");
        page.ShouldContain("Rp15.000");
        page.ShouldNotContain(number, customMessage: "the number is told only to who orders");

        await Say(() => phone.SendText("habis"), number, "ditandai habis");
        (await world.App.With(db => db.Set<Product>().SingleAsync(p => p.PersonId == owner.Id))).Available.ShouldBeFalse();
        await Say(() => phone.SendText("ada lagi"), number, "ditandai ada stok");
        await Say(() => phone.SendText("produk"), number, "Produk Bapak/Ibu: 1");
    }

    [Fact]
    public async Task A_pdf_sent_as_a_photo_is_told_and_a_small_photo_is_shown_but_kept_out_of_the_feeds()
    {
        var (owner, _, number) = await world.Owner();
        var phone = world.App.Phone(number);
        await Say(() => phone.SendText("jual"), number, "Langkah 1");
        await phone.SendImage("%PDF-1.7 none"u8.ToArray());
        await Eventually.Holds(() => Task.FromResult(world.App.Meta.SentTo(number).Any(m => m.Text.Contains("tidak bisa dibuka", StringComparison.Ordinal))));
        await phone.Tap("Ganti foto");
        await world.App.Quiet();
        await phone.SendImage(MarketWorld.Photo(300, 300));
        await Eventually.Holds(() => Task.FromResult(world.App.Meta.SentTo(number).Any(m => m.Text.Contains("terlalu kecil", StringComparison.Ordinal))));
        (await world.App.With(db => db.Set<Product>().SingleAsync(p => p.PersonId == owner.Id))).Photo.ShouldBe(PhotoState.Small);
    }

    [Fact]
    public async Task A_new_photo_that_cannot_be_read_leaves_the_one_that_is_there_and_a_product_taken_out_meanwhile_ends_its_question()
    {
        var (owner, _, number) = await world.Owner();
        var phone = world.App.Phone(number);
        await Say(() => phone.SendText("jual"), number, "Langkah 1");
        await Say(() => phone.SendImage(MarketWorld.Photo(800, 800)), number, "Langkah 2");
        await Say(() => phone.SendText("Kue lapis"), number, "Langkah 3");
        await Say(() => phone.SendText("15rb"), number, "Langkah 4");
        await Say(() => phone.Tap("Pakai kalimat ini"), number, "Langkah 5");
        await Eventually.Holds(async () => await world.App.With(db => db.Set<Product>().AnyAsync(p => p.PersonId == owner.Id && p.Photo == PhotoState.Good)));
        var product = await world.App.With(db => db.Set<Product>().AsNoTracking().SingleAsync(p => p.PersonId == owner.Id));

        await Say(() => phone.SendText("produk"), number, "Produk Bapak/Ibu: 1");
        await Say(() => phone.Choose("Kue lapis"), number, "Kue lapis");
        await Say(() => phone.Choose("Ganti foto"), number, "Kirim satu foto");
        await phone.SendImage("%PDF-1.7 none"u8.ToArray());
        await Eventually.Holds(() => Task.FromResult(world.App.Meta.SentTo(number).Any(m => m.Text.Contains("tidak bisa dibuka", StringComparison.Ordinal))));
        (await world.App.With(db => db.Set<Product>().AsNoTracking().SingleAsync(p => p.PersonId == owner.Id))).Photo.ShouldBe(PhotoState.Good);

        await Say(() => phone.SendText("produk"), number, "Produk Bapak/Ibu: 1");
        await Say(() => phone.Choose("Kue lapis"), number, "Kue lapis");
        await Say(() => phone.Choose("Ganti harga"), number, "Langkah 3");
        await world.Change(product.Id, (p, now) => p.Delete(now));
        await Say(() => phone.SendText("20rb"), number, "belum punya produk");
    }

    [Fact]
    public async Task Whoever_takes_the_permission_back_is_out_of_the_public_at_once()
    {
        var (shop, _) = await world.Shop();
        (await world.App.Http.GetAsync($"/shops/{shop.Slug}/poster.pdf")).IsSuccessStatusCode.ShouldBeTrue();
        await world.App.With(async db =>
        {
            var consent = world.Get<IConsent>();
            await consent.Load(db, [shop.PersonId], default);
            consent.Record(db, shop.PersonId, ConsentPurpose.ShowShop, true, "2026-11", "whatsapp");
            await db.SaveChangesAsync();
            consent.Record(db, shop.PersonId, ConsentPurpose.ShowShop, false, "2026-11", "whatsapp");
            return await db.SaveChangesAsync();
        });
        await Eventually.Holds(async () => !(await world.App.With(db => db.Set<Shop>().SingleAsync(s => s.BusinessId == shop.BusinessId))).IsOpen && !await world.App.With(db => db.Set<StoredEvent>().AnyAsync()));
        foreach (var address in new[] { "", "/poster.pdf", $"/photos/{Guid.Empty:N}/1.jpg" })
        {
            ((int)(await world.App.Http.GetAsync($"/shops/{shop.Slug}{address}")).StatusCode).ShouldBe(404, address);
        }
    }

    private async Task Say(Func<Task<string>> send, string number, string answer)
    {
        var before = world.App.Meta.SentTo(number).Count;
        await send();
        await world.App.Quiet();
        world.App.Meta.SentTo(number).Count.ShouldBeGreaterThan(before);
        var said = world.App.Meta.SentTo(number).Skip(before).Select(m => m.Text).ToList();
        said.ShouldContain(t => t.Contains(answer, StringComparison.OrdinalIgnoreCase), string.Join(" | ", said));
    }
}

using System.Net;
using System.Text;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pulih.Platform.Facts;
using Pulih.Platform.Secrets;
using Pulih.Platform.Storage;
using Pulih.Registry.Contracts;
using Pulih.Registry.Import;
using Pulih.Registry.Matching;
using Pulih.Registry.Merging;
using Pulih.Registry.People;

namespace Pulih.Registry.OfficialNumbers;

public sealed class NumbersPageTests : IAsyncLifetime
{
    private const string Nik = "3506154107800301", Nib = "9120402817364";
    private readonly ImportWorld world = new();

    public ValueTask InitializeAsync() => world.InitializeAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task An_owner_gives_both_numbers_which_lie_encrypted_and_are_shown_by_their_last_digits_and_can_be_taken_back()
    {
        var owner = await world.Register("Kartini Purnamasari", "Keripik Bu Tini", "6281234570001");
        var page = Link(owner);
        using var browser = world.App.Browser();
        using var saved = await browser.Submit(page, page, ("nik", "3506 1541 0780 0301"), ($"nib-{owner.Businesses[0].Id:N}", Nib));
        var shown = WebUtility.HtmlDecode(await saved.Content.ReadAsStringAsync());
        shown.ShouldContain("••••••••••••0301");
        shown.ShouldContain("•••••••••7364");
        shown.ShouldNotContain(Nik);
        saved.Headers.CacheControl!.NoStore.ShouldBeTrue();

        var kept = await world.App.With(db => db.Set<Person>().AsNoTracking().SingleAsync(p => p.Id == owner.Id));
        Encoding.UTF8.GetString(kept.Nik!).ShouldNotContain("0780");
        world.App.Services.GetRequiredService<Keys>().Decrypt(kept.Nik!).ShouldBe(Nik);

        (await browser.Submit(page, page + "?handler=Forget")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await world.App.With(db => db.Set<Person>().AsNoTracking().SingleAsync(p => p.Id == owner.Id))).Nik.ShouldBeNull();
        await world.App.Quiet();
        (await Words(owner))[SourceRecord.Columns["nik"]].ShouldBeEmpty();
        (await world.App.With(db => db.Set<Fact>().Where(f => f.Subject == owner.Id && f.Kind.StartsWith("registry.numbers")).Select(f => f.Kind).ToListAsync())).Order()
            .ShouldBe(["registry.numbers-given", "registry.numbers-taken-back"]);
    }

    [Fact]
    public async Task A_number_that_cannot_be_one_is_said_beside_its_field_and_nothing_is_kept()
    {
        var owner = await world.Register("Kartini", "Warung", "6281234570002");
        using var answer = await world.App.Browser().Submit(Link(owner), Link(owner), ("nik", "3506159907800301"), ($"nib-{owner.Businesses[0].Id:N}", "12"));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        page.ShouldContain("NIK ini belum benar");
        page.ShouldContain("NIB ini belum benar");
        (await world.App.With(db => db.Set<Person>().AsNoTracking().SingleAsync(p => p.Id == owner.Id))).Nik.ShouldBeNull();
    }

    [Fact]
    public async Task A_right_number_beside_a_wrong_one_is_not_said_to_be_kept_and_need_not_be_typed_again()
    {
        var owner = await world.Register("Kartini", "Warung", "6281234570006");
        using var answer = await world.App.Browser().Submit(Link(owner), Link(owner), ("nik", Nik), ($"nib-{owner.Businesses[0].Id:N}", "12"));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        page.ShouldContain($"value=\"{Nik}\"");
        page.ShouldNotContain("Tersimpan");
    }

    [Fact]
    public async Task A_number_that_a_list_has_makes_the_two_one_without_asking_anybody()
    {
        using var officer = await world.Officer();
        await world.TakeIn(officer, $"Nama Pemilik;Nama Usaha;No. HP;NIK;NIB;Kab/Kota;Kecamatan\nK. Purnamasari;Camilan Tini;081234560301;{Nik};{Nib};Kab. Blitar;Kanigoro\n");
        var owner = await world.Register("Kartini Purnamasari", "Keripik Bu Tini Jaya", "6281234570003");
        var before = await world.App.With(db => db.Set<Merge>().CountAsync());
        var page = Link(owner);
        await world.App.Browser().Submit(page, page, ("nik", Nik), ($"nib-{owner.Businesses[0].Id:N}", Nib));
        await world.App.Quiet();
        (await Words(owner))[SourceRecord.Columns["nik"]].ShouldBe(Nik);
        (before, (await world.App.With(db => db.Set<Merge>().AsNoTracking().SingleAsync())).By).ShouldBe((0, KeepRecords.Itself));
        // Told again, it stays as it is.
        await world.App.Browser().Submit(page, page, ("nik", Nik));
        await world.App.Quiet();
        (await world.App.With(db => db.Set<Merge>().CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_link_opens_a_week_and_only_its_own_persons_page_whatever_is_changed_in_it()
    {
        var (owner, other) = (await world.Register("Kartini", "Warung A", "6281234570004"), await world.Register("Sutinah", "Warung B", "6281234570005"));
        var links = world.App.Services.GetRequiredService<NumbersLink>();
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var token = links.For(owner.Id, now).Split('/')[^1];
        links.Read(token, now.AddDays(NumbersLink.Lasts - 1)).ShouldBe(owner.Id);
        links.Read(token, now.AddDays(NumbersLink.Lasts + 1)).ShouldBeNull();
        links.Read(token.Replace($"{owner.Id:N}", $"{other.Id:N}", StringComparison.Ordinal), now).ShouldBeNull();
        Gen.Select(Gen.Int[0, token.Length - 1], Gen.Char["0123456789abcdef-"]).Sample((at, with) =>
            links.Read(token[..at] + with + token[(at + 1)..], now).ShouldBe(token[at] == with ? owner.Id : null));
        using var forged = await world.App.Browser().GetAsync($"{NumbersLink.Address}/{token[..^1]}x");
        forged.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private string Link(PersonInfo owner) => new Uri(world.App.Services.GetRequiredService<INumbersLink>().For(owner.Id, TimeProvider.System.GetUtcNow().UtcDateTime)).AbsolutePath;

    private async Task<string[]> Words(PersonInfo owner)
    {
        var keys = world.App.Services.GetRequiredService<Keys>();
        return (await world.App.With(db => db.Set<SourceRecord>().AsNoTracking().SingleAsync(r => r.ImportId == null && r.OwnerId == owner.Id))).Open(keys);
    }
}

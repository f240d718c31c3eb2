using System.Net;
using Linkage.Umkm;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Pulih.Platform.Accounts;
using Pulih.Registry.Import;
using Pulih.Registry.Matching;
using Pulih.Registry.Merging;

namespace Pulih.Registry.Review;

public sealed class ReviewTests : IAsyncLifetime
{
    private const string Header = "Nama Pemilik;Nama Usaha;No. HP;NIK;Kab/Kota;Kecamatan;Jenis Usaha\n";
    private readonly ImportWorld world = new();

    public ValueTask InitializeAsync() => world.InitializeAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_pair_is_shown_with_its_differences_and_its_reasons_and_never_a_whole_number_of_a_resident()
    {
        using var officer = await world.Officer();
        await Unsure(officer);
        var page = WebUtility.HtmlDecode(await officer.GetStringAsync(ReviewPage.Address));
        page.ShouldContain("Warung Siti");
        page.ShouldContain("081234560399");
        page.ShouldContain("class=\"differ\"");
        page.ShouldContain("Mengapa komputer mengira begitu");
        page.ShouldNotContain("reason.");
        page.ShouldNotContain("3506154107800301");
    }

    [Fact]
    public async Task Same_makes_them_one_and_taking_it_back_makes_them_two_again()
    {
        using var officer = await world.Officer();
        var pair = await Unsure(officer);
        var answer = await officer.Submit(ReviewPage.Address, ReviewPage.Address, ("pair", pair.Id.ToString()), ("same", "true"));
        answer.Headers.Location!.ToString().ShouldBe($"/tinjau?sudah={pair.Id}");
        var merge = await world.App.With(db => db.Set<Merge>().AsNoTracking().SingleAsync());
        var page = WebUtility.HtmlDecode(await officer.GetStringAsync($"/usaha/{merge.GoneId}"));
        page.ShouldContain("Dua catatan adalah satu usaha");
        page.ShouldContain("daftar.csv, baris 2");

        (await officer.Submit(ReviewPage.Address, ReviewPage.Address + "?handler=Undo", ("pair", pair.Id.ToString()))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Reload(pair)).State.ShouldBe(PairState.Open);
        (await world.App.With(db => db.Set<Merge>().AsNoTracking().SingleAsync())).UndoneAt.ShouldNotBeNull();
        WebUtility.HtmlDecode(await officer.GetStringAsync($"/usaha/{merge.GoneId}")).ShouldContain("Diurungkan");
    }

    [Fact]
    public async Task Different_leaves_two_and_the_pair_does_not_come_back()
    {
        using var officer = await world.Officer();
        var pair = await Unsure(officer);
        await officer.Submit(ReviewPage.Address, ReviewPage.Address, ("pair", pair.Id.ToString()), ("same", "false"));
        (await Reload(pair)).State.ShouldBe(PairState.Different);
        (await officer.GetStringAsync(ReviewPage.Address)).ShouldContain("Tidak ada pasangan");
        // Whoever decides it at the same moment is told.
        var late = await officer.Submit("/daftar", ReviewPage.Address, ("pair", pair.Id.ToString()), ("same", "true"));
        late.Headers.Location!.ToString().ShouldContain("terlambat");
        (await world.App.With(db => db.Set<Merge>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Passing_over_goes_on_to_the_next_and_keeps_the_pair_open()
    {
        using var officer = await world.Officer();
        var pair = await Unsure(officer);
        (await officer.GetStringAsync($"{ReviewPage.Address}?setelah={pair.Id}")).ShouldContain("Kembali ke yang dilewati");
        (await Reload(pair)).State.ShouldBe(PairState.Open);
    }

    [Fact]
    public async Task A_partners_officer_cannot_review_and_an_auditor_sees_a_business_but_takes_nothing_back()
    {
        using var officer = await world.Officer();
        var pair = await Unsure(officer);
        await officer.Submit(ReviewPage.Address, ReviewPage.Address, ("pair", pair.Id.ToString()), ("same", "true"));
        var merge = await world.App.With(db => db.Set<Merge>().AsNoTracking().SingleAsync());
        using var partner = await world.App.SignedIn(Roles.PartnerOfficer, world.Agency);
        (await partner.GetAsync(ReviewPage.Address)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await partner.GetAsync($"/usaha/{merge.KeptId}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var auditor = await world.App.SignedIn(Roles.Auditor);
        var page = await auditor.GetStringAsync($"/usaha/{merge.KeptId}");
        page.ShouldNotContain("handler=Undo");
        (await auditor.Submit($"/usaha/{merge.KeptId}", $"/usaha/{merge.KeptId}?handler=Undo", ("merge", merge.Id.ToString()))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await world.App.With(db => db.Set<Merge>().AsNoTracking().SingleAsync())).UndoneAt.ShouldBeNull();
    }

    [Fact]
    public async Task A_row_that_was_taken_for_the_wrong_business_is_taken_off_becomes_its_own_and_goes_with_its_list()
    {
        using var officer = await world.Officer();
        await world.TakeIn(officer, Header + "Siti Aminah;Warung Siti;081234560301;3506154107800301;Kab. Kediri;Kec. Plosoklaten;warung kopi\n");
        var address = await world.Bring(officer, Header + "Siti Aminah;Warung Siti;081234560301;;Kab. Kediri;Kec. Plosoklaten;warung kopi\n", world.Campus);
        await world.Check(officer, address);
        (await world.Apply(officer, address)).Same.ShouldBe(1);
        var records = await world.App.With(db => db.Set<SourceRecord>().AsNoTracking().OrderBy(r => r.Id).ToListAsync());
        records[1].BusinessId.ShouldBe(records[0].BusinessId);

        using var split = await officer.Submit($"/usaha/{records[0].BusinessId}", $"/usaha/{records[0].BusinessId}?handler=Split", ("record", records[1].Id.ToString()));
        var made = Guid.Parse(split.Headers.Location!.ToString()[^36..]);
        made.ShouldNotBe(records[0].BusinessId);
        WebUtility.HtmlDecode(await officer.GetStringAsync($"/usaha/{made}")).ShouldContain("daftar.csv, baris 2");
        (await world.App.With(db => db.Set<Pair>().AsNoTracking().SingleAsync())).State.ShouldBe(PairState.Different);
        // The last row of a business has nowhere to be taken off from.
        (await officer.Submit($"/usaha/{made}", $"/usaha/{made}?handler=Split", ("record", records[1].Id.ToString()))).Headers.Location!.ToString().ShouldBe($"/usaha/{made}");
        using var auditor = await world.App.SignedIn(Roles.Auditor);
        (await auditor.Submit($"/usaha/{made}", $"/usaha/{made}?handler=Split", ("record", records[1].Id.ToString()))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        (await officer.Submit(address, address + "?handler=Undo")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await world.Until(address, ImportState.Undone);
        (await world.App.With(db => db.Set<Businesses.Business>().AsNoTracking().SingleAsync())).Id.ShouldBe(records[0].BusinessId);
    }

    [Fact]
    public void Every_reason_has_words_in_both_languages()
    {
        var text = world.App.Services.GetRequiredService<IStringLocalizer<Texts>>();
        foreach (var comparison in UmkmReasons.All)
        {
            text["reason." + comparison.Name].ResourceNotFound.ShouldBeFalse(comparison.Name);
            foreach (var level in comparison.Levels)
            {
                text["reason.level." + level].ResourceNotFound.ShouldBeFalse(level);
            }
        }
    }

    private Task<Pair> Reload(Pair pair) => world.App.With(db => db.Set<Pair>().AsNoTracking().SingleAsync(p => p.Id == pair.Id));

    private async Task<Pair> Unsure(HttpClient officer)
    {
        await world.TakeIn(officer, Header + "Siti Aminah;Warung Siti;081234560301;3506154107800301;Kab. Kediri;Kec. Plosoklaten;warung kopi\n");
        (await world.TakeIn(officer, Header + "Siti Aminah;;081234560399;;Kab. Kediri;Kec. Plosoklaten;warung\n", world.Campus)).Unsure.ShouldBe(1);
        return await world.App.With(db => db.Set<Pair>().AsNoTracking().SingleAsync());
    }
}

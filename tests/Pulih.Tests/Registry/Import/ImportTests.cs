using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;
using Pulih.Platform.Accounts;
using Pulih.Registry.Businesses;
using Pulih.Registry.Matching;
using Pulih.Registry.People;
using Pulih.Registry.Review;

namespace Pulih.Registry.Import;

public sealed class ImportTests(ImportWorld world) : IClassFixture<ImportWorld>
{
    private const string Header = "No;Nama Pemilik;Nama Usaha;No. HP;NIK;Kab/Kota;Kecamatan;Jenis Usaha\n";

    [Fact]
    public async Task Records_keep_the_order_of_their_lines()
    {
        using var officer = await world.Officer();
        var list = await world.TakeIn(officer, "Nama Pemilik;Nama Usaha;Kab/Kota\n" + string.Concat(Enumerable.Range(1, 150).Select(i => $"Pemilik {i};Toko {i};Kab. Bangli\n")));
        var lines = await world.App.With(db => db.Set<SourceRecord>().AsNoTracking().Where(r => r.ImportId == list.Id).OrderBy(r => r.Id).Select(r => r.Line).ToListAsync());
        lines.Count.ShouldBeGreaterThan(100);
        lines.ShouldBe(lines.Order());
    }

    [Fact]
    public async Task A_list_is_looked_through_before_anything_changes_and_then_does_what_was_shown()
    {
        using var officer = await world.Officer();
        var businesses = await Businesses();
        var address = await world.Bring(officer, Header
            + "1;Sulastri Handayani;Keripik Bu Lastri;081234560101;3506154107800001;Kab. Kediri;Kec. Pare;keripik pisang\n"
            + "2;SULASTRI HANDAYANI;KRIPIK BU LASTRI;+62 812-3456-0101;;KEDIRI (KAB);PARE;keripik\n"
            + "3;Bambang Wiryono;Bengkel Maju;081234560102;;Kota Kediri;;bengkel motor\n"
            + "4;;;081234560103;;Kota Kediri;;\n"
            + "5;Dewi Anggraini;Warung Dewi;6.28E+11;;Kota Kediri;;warung\n"
            + "6;Joko Santosa;Toko Joko;081234560104;;Negeri Antah Berantah;;kelontong\n");
        var page = await officer.GetStringAsync(address);
        page.ShouldContain("selected=\"selected\">Nomor HP<");
        page.ShouldContain("••••••••••••0001");
        page.ShouldNotContain("3506154107800001");

        var shown = await world.Check(officer, address);
        (shown.New, shown.Same, shown.Unsure, shown.Bad, shown.Known).ShouldBe((2, 1, 0, 3, 0));
        (await Businesses()).ShouldBe(businesses);
        page = WebUtility.HtmlDecode(await officer.GetStringAsync(address));
        page.ShouldContain("Excel membulatkan nomor ini");
        page.ShouldContain("Tempat ini tidak dikenal");
        page.ShouldContain("Isi nama pemilik atau nama usaha");

        var done = await world.Apply(officer, address);
        (done.New, done.Same).ShouldBe((2, 1));
        (await Businesses()).ShouldBe(businesses + 2);
        var lastri = await world.App.With(db => db.Set<Business>().SingleAsync(b => b.Name == "Keripik Bu Lastri"));
        lastri.RegionCode.ShouldBe("35.06.17");
        (await world.App.With(db => db.Set<SourceRecord>().CountAsync(r => r.BusinessId == lastri.Id && r.AppliedAt != null))).ShouldBe(2);
        (await world.App.With(db => db.Set<Person>().SingleAsync(p => p.Id == lastri.OwnerId))).Phone.ShouldBe("+6281234560101");
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_another_partners_rows_join_the_businesses_there_are()
    {
        using var officer = await world.Officer();
        var list = Header + "1;Ratna Kusumawati;Jamu Ratna;081234560201;3506154107800201;Kab. Kediri;Kec. Pare;jamu gendong\n2;Hendro Prasetyo;Sablon Hendro;081234560202;;Kab. Kediri;Kec. Gurah;sablon kaos\n";
        (await world.TakeIn(officer, list)).New.ShouldBe(2);
        var businesses = await Businesses();

        var again = await world.TakeIn(officer, list);
        (again.New, again.Same, again.Known).ShouldBe((0, 0, 2));
        var others = await world.TakeIn(officer, list.Replace("081234560201", "0812 3456 0201", StringComparison.Ordinal), world.Campus);
        (others.New, others.Same, others.Known).ShouldBe((0, 2, 0));
        (await Businesses()).ShouldBe(businesses);
    }

    [Fact]
    public async Task A_list_left_lying_after_the_look_through_does_not_stand_in_the_way_of_the_same_list()
    {
        using var officer = await world.Officer();
        var list = Header + "1;Wayan Suardana;Ukir Suardana;081234560251;;Kab. Kediri;Kec. Pare;ukiran kayu\n2;Komang Ariani;Canang Ariani;081234560252;;Kab. Kediri;Kec. Gurah;canang\n";
        var left = await world.Bring(officer, list);
        (await world.Check(officer, left)).New.ShouldBe(2);

        (await world.TakeIn(officer, list)).New.ShouldBe(2);
        var late = await world.Apply(officer, left);
        (late.New, late.Known).ShouldBe((0, 2));
    }

    [Fact]
    public async Task An_unsure_row_comes_in_as_a_business_of_its_own_and_asks_a_human()
    {
        using var officer = await world.Officer();
        await world.TakeIn(officer, Header + "1;Siti Aminah;Warung Siti;081234560301;;Kab. Kediri;Kec. Plosoklaten;warung kopi\n");
        var unsure = await world.TakeIn(officer, Header + "1;Siti Aminah;;081234560399;;Kab. Kediri;Kec. Plosoklaten;warung\n", world.Campus);
        unsure.Unsure.ShouldBe(1, $"{unsure.New} new, {unsure.Same} same");
        (await world.App.With(db => db.Set<Pair>().CountAsync(p => p.ImportId == unsure.Id && p.State == PairState.Open))).ShouldBe(1);
        (await world.App.With(db => db.Set<Business>().CountAsync(b => b.ImportId == unsure.Id))).ShouldBe(1);
    }

    [Fact]
    public async Task Undoing_a_list_takes_out_all_it_brought_except_what_others_named_since()
    {
        using var officer = await world.Officer();
        var (businesses, people, keys) = (await Businesses(), await Count<Person>(), await Count<RecordKey>());
        var list = Header + "1;Yohana Tangkudung;Rumah Batik Yohana;081234560401;;Kab. Kediri;Kec. Ngadiluwih;batik tulis\n2;Made Sutarya;Ukir Made;081234560402;;Kab. Kediri;Kec. Ngadiluwih;ukiran kayu\n";
        var first = await world.TakeIn(officer, list);
        var second = await world.TakeIn(officer, list.Split("2;Made")[0], world.Campus);

        await Undo(officer, first);
        var undone = await world.List($"/daftar/{first.Id}");
        (undone.State, undone.Stayed).ShouldBe((ImportState.Undone, 1));
        (await Businesses()).ShouldBe(businesses + 1);
        await Undo(officer, second);
        // Its record was the last one; the business itself came with the first list, which nobody can undo twice.
        (await Count<RecordKey>()).ShouldBe(keys);
        (await Businesses()).ShouldBe(businesses);
        (await Count<Person>()).ShouldBe(people);
    }

    [Fact]
    public async Task Bad_rows_come_as_a_sheet_that_can_be_mended_and_brought_again()
    {
        using var officer = await world.Officer();
        var list = await world.TakeIn(officer, Header + "1;Nurhayati;=Toko Nur;12;;Kab. Kediri;Kec. Wates;kelontong\n2;Agus Salim;Kopi Agus;081234560502;;Kab. Kediri;Kec. Wates;kopi\n");
        (list.New, list.Bad).ShouldBe((1, 1));
        var sheet = await officer.GetByteArrayAsync($"/daftar/{list.Id}?handler=Fix");
        var row = new MemoryStream(sheet).Query(useHeaderRow: true).Cast<IDictionary<string, object?>>().ShouldHaveSingleItem();
        row["Nama Pemilik"].ShouldBe("Nurhayati");
        row["Nama Usaha"].ShouldBe("=Toko Nur");
        row["Yang perlu dilakukan"]!.ToString()!.ShouldContain("0812 3456 7890");

        row["No. HP"] = "081234560501";
        var mended = new MemoryStream();
        await mended.SaveAsAsync(new[] { row.ToDictionary(c => c.Key, c => c.Value!) });
        using var answer = await world.Upload(officer, mended.ToArray(), "mended.xlsx");
        var address = answer.Headers.Location!.ToString();
        await world.Check(officer, address);
        var done = await world.Apply(officer, address);
        (done.New + done.Unsure, done.Bad).ShouldBe((1, 0));
        (await world.App.With(db => db.Set<Business>().SingleAsync(b => b.ImportId == done.Id))).Name.ShouldBe("=Toko Nur");
    }

    [Fact]
    public async Task A_partners_officer_sees_and_brings_only_its_own_partners_lists()
    {
        using var officer = await world.Officer();
        using var agency = await world.App.SignedIn(Roles.PartnerOfficer, world.Agency);
        using var campus = await world.App.SignedIn(Roles.PartnerOfficer, world.Campus);
        var own = await world.Bring(agency, Header + "1;Sumiati;Tape Sumiati;081234560601;;Kab. Kediri;Kec. Kras;tape\n");
        (await agency.GetStringAsync("/daftar")).ShouldContain(own);
        (await campus.GetStringAsync("/daftar")).ShouldNotContain(own);
        (await campus.GetAsync(own)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await campus.Submit("/daftar", own + "?handler=Check", ("Meanings[1]", "owner_name"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await world.Upload(campus, Encoding.UTF8.GetBytes(Header + "1;A;B;;;;;\n"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var auditor = await world.App.SignedIn(Roles.Auditor);
        (await auditor.GetAsync(own)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task Undo(HttpClient officer, ListImport list)
    {
        (await officer.Submit($"/daftar/{list.Id}", $"/daftar/{list.Id}?handler=Undo")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await world.Until($"/daftar/{list.Id}", ImportState.Undone);
    }

    private Task<int> Businesses() => Count<Business>();

    private Task<int> Count<T>()
        where T : class => world.App.With(db => db.Set<T>().CountAsync());
}

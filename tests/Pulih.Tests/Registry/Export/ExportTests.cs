using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using System.Net;
using Linkage.Standardising;
using MiniExcelLibs;
using Pulih.Platform.Accounts;
using Pulih.Platform.Secrets;
using Pulih.Platform.Web;
using Pulih.Registry.Import;

namespace Pulih.Registry.Export;

public sealed class ExportTests(ImportWorld world) : IClassFixture<ImportWorld>
{
    private const string Header = "Nama Pemilik;Nama Usaha;No. HP;NIK;Kabupaten/Kota;Kecamatan;Jenis Usaha\n";

    private const string List = Header
        + "Sulastri Handayani;=Keripik Bu Lastri;081234560701;3506154107800701;Kab. Kediri;Kec. Pare;keripik pisang\n"
        + "Bambang Wiryono;-Bengkel Maju;081234560702;;Kota Kediri;;bengkel motor\n"
        + "Dewi Anggraini;\"Warung \"\"Dewi\"\", Pare\";081234560703;;Kab. Kediri;Kec. Pare;warung\n";

    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    public async Task A_sheet_that_was_taken_out_and_brought_back_changes_nothing(string shape)
    {
        using var officer = await world.Officer();
        await world.TakeIn(officer, List);
        var file = await officer.GetByteArrayAsync($"{ExportPage.Address}?mitra={world.Agency}&bentuk={shape}");
        var back = await TakeBack(officer, file, shape);
        back.Rows.ShouldBeGreaterThanOrEqualTo(3);
        (back.New, back.Same, back.Unsure, back.Bad, back.Known).ShouldBe((0, 0, 0, 0, back.Rows));
    }

    [Fact]
    public async Task A_row_that_was_mended_stays_with_its_business()
    {
        using var officer = await world.Officer();
        await world.TakeIn(officer, List, world.Campus);
        using var sheet = new MemoryStream(await officer.GetByteArrayAsync($"{ExportPage.Address}?mitra={world.Campus}"));
        var rows = sheet.Query(useHeaderRow: true).Cast<IDictionary<string, object?>>().Select(r => r.ToDictionary(c => c.Key, c => c.Value ?? "")).ToList();
        new object[] { "=Keripik Bu Lastri", "-Bengkel Maju", "Warung \"Dewi\", Pare" }.Except(rows.Select(r => r["Nama usaha"])).ShouldBeEmpty();
        var mended = rows.First(r => r["Nama usaha"].Equals("-Bengkel Maju"));
        (mended["Nama usaha"], mended["Nama pemilik"], mended["Nomor HP"]) = ("Salon Cahaya Baru", "Rukmini", "081299990702");
        using var written = new MemoryStream();
        await written.SaveAsAsync(rows);
        var back = await TakeBack(officer, written.ToArray(), "xlsx", world.Campus);
        (back.New, back.Same, back.Unsure, back.Bad, back.Known).ShouldBe((0, 1, 0, 0, rows.Count - 1));
    }

    [Fact]
    public async Task Cells_that_a_spreadsheet_would_run_are_written_as_text_and_no_number_of_a_resident_leaves()
    {
        using var officer = await world.Officer();
        await world.TakeIn(officer, List);
        var csv = await officer.GetStringAsync($"{ExportPage.Address}?mitra={world.Agency}&bentuk=csv");
        csv.ShouldContain("\"'=Keripik Bu Lastri\"");
        csv.ShouldNotContain("\"=");
        csv.ShouldNotContain("3506154107800701");
    }

    [Fact]
    public async Task The_single_data_has_a_line_for_each_business_with_the_version_of_its_code()
    {
        using var officer = await world.Officer();
        const string list = Header + "Maimunah Lubis;=Lemang Maimunah;081298760801;3506154107800801;Kab. Kediri;Kec. Gurah;lemang\n";
        await world.TakeIn(officer, list);
        await world.TakeIn(officer, list.Replace("081298760801", "0812-9876-0801", StringComparison.Ordinal), world.Campus);
        var lines = (await officer.GetStringAsync($"{ExportPage.Address}?bentuk=satu-data")).Trim().Split('\n').Select(l => l.Trim('\r', '\ufeff').Trim('"').Split("\",\"")).ToList();
        var head = lines[0].ToList();
        var lemang = lines.Where(l => l.Contains("'=Lemang Maimunah")).ShouldHaveSingleItem();
        lemang[head.IndexOf("sources")].ShouldBe("2");
        lemang[head.IndexOf("kbli_version")].ShouldBe("KBLI 2020");
        lemang[head.IndexOf("region_code")].ShouldStartWith("35.06");
        lemang[head.IndexOf("owner_nik_hash")].ShouldBe(world.App.Services.GetRequiredService<Keys>().Hash("nik" + Numbers.Nik("3506154107800801")));
        string.Join('\n', lines.SelectMany(l => l)).ShouldNotContain("3506154107800801");
    }

    [Fact]
    public async Task A_partners_officer_takes_out_only_what_its_own_partner_brought()
    {
        using var officer = await world.Officer();
        await world.TakeIn(officer, Header + "Komang Sari;Canang Sari;081234560799;;Kab. Kediri;Kec. Kras;canang\n");
        using var campus = await world.App.SignedIn(Roles.PartnerOfficer, world.Campus);
        (await campus.GetAsync($"{ExportPage.Address}?mitra={world.Agency}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await campus.GetStringAsync($"{ExportPage.Address}?bentuk=satu-data")).ShouldNotContain("Canang Sari");
        (await campus.GetStringAsync($"{ExportPage.Address}?bentuk=csv")).ShouldNotContain("Canang Sari");
        (await officer.GetAsync(ExportPage.Address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public void A_field_nobody_knows_is_told_when_the_product_starts() =>
        Should.Throw<InvalidOperationException>(() => SatuDataColumns.Of(Settings("owner_name=nama", "shoe_size"))).Message.ShouldContain("shoe_size");

    [Fact]
    public void Which_fields_in_which_order_under_which_heads_is_a_setting() =>
        SatuDataColumns.Of(Settings("kbli_code=kode_kbli", "owner_name")).Wanted.ShouldBe([("kbli_code", "kode_kbli"), ("owner_name", "owner_name")]);

    private static Microsoft.Extensions.Configuration.IConfiguration Settings(params string[] columns) =>
        new ConfigurationBuilder().AddInMemoryCollection(columns.Select((c, i) => KeyValuePair.Create($"SatuData:Columns:{i}", (string?)c))).Build();

    private async Task<ListImport> TakeBack(HttpClient officer, byte[] file, string shape, Guid? partner = null)
    {
        using var answer = await world.Upload(officer, file, "kembali." + shape, partner);
        var address = answer.Headers.Location!.ToString();
        await world.Check(officer, address);
        return await world.Apply(officer, address);
    }
}

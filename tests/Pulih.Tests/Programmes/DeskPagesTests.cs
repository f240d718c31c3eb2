using System.Net;
using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Accounts;
using Pulih.Programmes.Partners;
using Pulih.Programmes.Targets;

namespace Pulih.Programmes;

public sealed class DeskPagesTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly App app = shared.App;

    [Fact]
    public async Task An_officer_creates_a_programme_opens_a_cohort_raises_the_target_and_records_a_claim_without_script()
    {
        using var officer = await app.SignedIn(Roles.ProgrammeOfficer);
        await Saved(officer, "/desk/programmes/new",
            ("ProgrammeCode", "meja-1"), ("Input.Name", "Meja Satu"), ("Input.Organisers", "Kementerian"), ("Input.Starts", "2026-07-01"), ("Input.Ends", "2027-06-30"),
            ("Input.Regions", "32"), ("Target", "15000"), ("Reason", "15.000 sebagai minimum"));
        await Saved(officer, "/desk/programmes/meja-1/partners/new", "?handler=New", ("PartnerCode", "mitra-meja"), ("PartnerName", "Mitra <b>Meja</b>"), ("Kind", "University"));
        var partner = await app.With(db => db.Set<Partner>().SingleAsync(p => p.Code == "mitra-meja"));
        await Saved(officer, "/desk/programmes/meja-1/cohorts",
            ("Input.Code", "angkatan-1"), ("Input.Name", "Angkatan 1"), ("Input.Partner", partner.Id.ToString()), ("Input.Courses", "jualan-lewat-whatsapp, foto-produk-dengan-hp"),
            ("Input.Starts", "2026-07-01"), ("Input.Ends", "2026-12-31"), ("Input.Version", "0"));
        await Saved(officer, "/desk/programmes/meja-1/target", ("Number", "1"), ("Target", "100000"), ("Reason", "Mitra menambah kelas"));
        await Saved(officer, "/desk/programmes/meja-1/claims/new", ("Count", "85000"), ("By", "Facebook"), ("On", "2020-07-29"), ("Source", "Keterangan pers"));

        await app.Programme("meja-1b");
        await Saved(officer, "/desk/programmes/meja-1b/partners/new", "?handler=Known", ("Partner", partner.Id.ToString()));

        var page = await officer.GetStringAsync("/desk/programmes/meja-1");
        page.ShouldContain("100.000");
        page.ShouldContain("dinaikkan dari 15.000");
        page.ShouldContain("85.000");
        page.ShouldContain("Mitra &lt;b&gt;Meja&lt;/b&gt;");
        page.ShouldContain("jualan-lewat-whatsapp,foto-produk-dengan-hp");
        (await app.Http.GetStringAsync("/programmes/meja-1")).ShouldContain("Target 100.000");
    }

    [Fact]
    public async Task A_mistake_comes_back_beside_its_field_with_what_was_typed()
    {
        using var officer = await app.SignedIn(Roles.ProgrammeOfficer);
        using var answer = await officer.Submit("/desk/programmes/new", "/desk/programmes/new",
            ("ProgrammeCode", "Huruf Besar"), ("Input.Name", "Nama tetap"), ("Input.Starts", "2026-07-01"), ("Input.Ends", "2026-06-01"), ("Target", "banyak"));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain("id=\"ProgrammeCode-error\"");
        page.ShouldContain("value=\"Nama tetap\"");
        page.ShouldContain("Tanggal akhir lebih dulu dari tanggal mulai.");
        page.ShouldContain("id=\"Target-error\" class=\"error small\">");
        page.ShouldContain("value=\"banyak\"");
        (await app.With(db => db.Set<Programme>().AnyAsync(p => p.Name == "Nama tetap"))).ShouldBeFalse();
    }

    [Fact]
    public async Task The_second_of_two_officers_who_raise_a_target_is_asked_to_look_again()
    {
        var programme = await app.Programme("meja-2");
        using var officer = await app.SignedIn(Roles.ProgrammeOfficer);
        await Saved(officer, "/desk/programmes/meja-2/target", ("Number", "1"), ("Target", "20000"), ("Reason", "pertama"));
        using var late = await officer.Submit("/desk/programmes/meja-2/target", "/desk/programmes/meja-2/target", ("Number", "1"), ("Target", "30000"), ("Reason", "kedua"));

        (await late.Content.ReadAsStringAsync()).ShouldContain("Data ini baru saja diubah orang lain.");
        (await app.With(db => db.Set<Target>().Where(t => t.ProgrammeId == programme).MaxAsync(t => t.Count))).ShouldBe(20_000);
    }

    [Fact]
    public async Task A_changed_programme_keeps_its_code_and_a_stale_form_changes_nothing()
    {
        await app.Programme("meja-3");
        using var officer = await app.SignedIn(Roles.ProgrammeOfficer);
        (string, string)[] form = [("Input.Name", "Nama baru"), ("Input.Organisers", "Smesco"), ("Input.Starts", "2026-08-01"), ("Input.Ends", "2027-06-30"), ("Input.Version", "1")];
        await Saved(officer, "/desk/programmes/meja-3/edit", form);
        using var stale = await officer.Submit("/desk/programmes/meja-3/edit", "/desk/programmes/meja-3/edit", [("Input.Name", "Nama basi"), .. form[1..]]);

        stale.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await app.With(db => db.Set<Programme>().SingleAsync(p => p.Code == "meja-3"))).Name.ShouldBe("Nama baru");
    }

    [Theory]
    [InlineData(Roles.Trainer)]
    [InlineData(Roles.PartnerOfficer)]
    [InlineData(Roles.Auditor)]
    public async Task Others_cannot_change_programmes(string role)
    {
        using var browser = await app.SignedIn(role, Guid.CreateVersion7());
        (await browser.GetAsync("/desk/programmes/new")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_programme_or_cohort_that_is_not_there_is_not_found()
    {
        await app.Programme("meja-4");
        using var officer = await app.SignedIn(Roles.ProgrammeOfficer);
        foreach (var path in new[] { "tidak-ada", "tidak-ada/edit", "tidak-ada/target", "tidak-ada/claims/new", "tidak-ada/partners/new", "tidak-ada/cohorts", "meja-4/cohorts/tidak-ada" })
        {
            (await officer.GetAsync("/desk/programmes/" + path)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }
    }

    private static Task Saved(HttpClient officer, string page, params (string, string)[] fields) => Saved(officer, page, "", fields);

    private static async Task Saved(HttpClient officer, string page, string handler, params (string, string)[] fields)
    {
        using var answer = await officer.Submit(page, page + handler, fields);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        answer.Headers.Location!.ToString().ShouldEndWith("?saved");
    }
}

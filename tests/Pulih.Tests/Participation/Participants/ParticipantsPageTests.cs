using System.Net;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;
using Pulih.Participation.Contracts;
using Pulih.Platform.Accounts;
using Pulih.Privacy.ReadLog;

namespace Pulih.Participation.Participants;

public sealed class ParticipantsPageTests : IAsyncLifetime
{
    private App app = null!;

    public async ValueTask InitializeAsync() => app = await App.Start();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_partners_officer_sees_only_its_own_in_list_search_sheet_and_page()
    {
        var own = await app.Add("Sri Wahyuni", Crowd.PartnerA);
        var other = await app.Add("Joko Susilo", Crowd.PartnerB);
        await app.Allows(own);
        await app.Allows(other);
        using var officer = await app.SignedIn(Roles.PartnerOfficer, Crowd.PartnerA);

        foreach (var address in new[] { "/peserta", "/peserta?cari=joko", $"/peserta?mitra={Crowd.PartnerB}", "/peserta?cari=0812", $"/peserta?setelah={Guid.AllBitsSet}", $"/peserta?sebelum={Guid.Empty}" })
        {
            (await officer.GetStringAsync(address)).ShouldNotContain("Susilo", Case.Insensitive, address);
        }

        (await officer.GetStringAsync("/peserta")).ShouldContain("Sri Wahyuni");
        (await Sheet(officer, "/peserta/unduh")).Select(r => r["Nama"]).ShouldBe(["Sri Wahyuni"]);
        (await Sheet(officer, $"/peserta/unduh?mitra={Crowd.PartnerB}")).ShouldBeEmpty();
        (await officer.GetAsync($"/peserta/{own.EnrolmentId}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var foreign = await officer.GetAsync($"/peserta/{other.EnrolmentId}");
        using var absent = await officer.GetAsync($"/peserta/{Guid.CreateVersion7()}");
        foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await foreign.Content.ReadAsStringAsync()).ShouldBe(await absent.Content.ReadAsStringAsync(), "another's is as if it were not there");
    }

    [Fact]
    public async Task A_partners_officer_without_a_partner_sees_nobody()
    {
        await app.Add("Joko Susilo", Crowd.PartnerB);
        using var officer = await app.SignedIn(Roles.PartnerOfficer);
        (await officer.GetStringAsync("/peserta")).ShouldContain("class=\"empty\"");
    }

    [Fact]
    public async Task Name_and_number_are_whole_to_the_partner_only_after_the_person_allowed_it()
    {
        var row = await app.Add("Sri Wahyuni", Crowd.PartnerA);
        using var officer = await app.SignedIn(Roles.PartnerOfficer, Crowd.PartnerA);
        var before = await officer.GetStringAsync("/peserta");
        before.ShouldContain("S••• W•••");
        before.ShouldNotContain("Wahyuni");
        (await officer.GetStringAsync($"/peserta/{row.EnrolmentId}")).ShouldNotContain("Wahyuni");

        await app.Allows(row);
        var after = await officer.GetStringAsync("/peserta");
        after.ShouldContain("Sri Wahyuni");
        after.ShouldContain("0812 3456 7890");
    }

    [Fact]
    public async Task An_auditor_reads_names_but_no_whole_numbers()
    {
        await app.Add("Sri Wahyuni", Crowd.PartnerA);
        using var auditor = await app.SignedIn(Roles.Auditor);
        var html = await auditor.GetStringAsync("/peserta");
        html.ShouldContain("Sri Wahyuni");
        html.ShouldNotContain("3456");
        (await Sheet(auditor, "/peserta/unduh")).Single()["Nomor HP (WA)"].ShouldBe("•••• •••• •890");
    }

    [Fact]
    public async Task The_list_goes_forth_and_back_page_by_page_without_a_gap()
    {
        for (var i = 0; i < 120; i++)
        {
            await app.Add($"Peserta {i:D3}", Crowd.PartnerA);
        }

        using var officer = await app.SignedIn(Roles.ProgrammeOfficer);
        var first = await officer.GetStringAsync("/peserta");
        var second = await officer.GetStringAsync(Link(first, "next"));
        var third = await officer.GetStringAsync(Link(second, "next"));
        string[] all = [.. Names(first), .. Names(second), .. Names(third)];
        all.ShouldBe(Enumerable.Range(0, 120).Reverse().Select(i => $"Peserta {i:D3}"));
        third.ShouldNotContain("rel=\"next\"");
        var back = await officer.GetStringAsync(Link(third, "prev"));
        Names(back).ShouldBe(Names(second));
        Names(await officer.GetStringAsync(Link(back, "prev"))).ShouldBe(Names(first));
    }

    [Theory]
    [InlineData("tahap=Completed", "Selesai")]
    [InlineData("provinsi=32", "Bandung")]
    [InlineData("sumber=facebook", "Facebook")]
    [InlineData("diam=14", "Diam")]
    [InlineData("cari=kerip", "Keripik")]
    [InlineData("cari=%2Bketik+salah", null)]
    [InlineData("tahap=tidak-ada&diam=-1", "semua")]
    public async Task Each_filter_narrows_the_list(string query, string? expected)
    {
        await app.Add("Selesai", Crowd.PartnerA, stage: Stage.Completed);
        await app.Add("Bandung", Crowd.PartnerA, province: "32");
        await app.Add("Facebook", Crowd.PartnerA, source: "facebook");
        await app.Add("Diam", Crowd.PartnerA, silent: 20);
        await app.Add("Keripik", Crowd.PartnerA, business: "Keripik Bu Sri");
        using var officer = await app.SignedIn(Roles.ProgrammeOfficer);
        var names = Names(await officer.GetStringAsync("/peserta?" + query));
        if (expected == "semua")
        {
            names.Count.ShouldBe(5, "what cannot be a filter is none");
        }
        else
        {
            names.ShouldBe(expected is null ? [] : [expected]);
        }
    }

    [Fact]
    public async Task A_name_that_looks_like_a_formula_is_words_in_the_sheet_and_on_the_page()
    {
        await app.Add("=cmd|' /C calc'!A0", Crowd.PartnerA, business: "<script>alert(1)</script>");
        await app.Add("\t@SUM(1)", Crowd.PartnerA, business: "+62");
        using var officer = await app.SignedIn(Roles.ProgrammeOfficer);
        var rows = await Sheet(officer, "/peserta/unduh");
        rows.Select(r => r["Nama"]).ShouldBe(["'@SUM(1)", "'=cmd|' /C calc'!A0"]);
        rows.Select(r => r["Usaha"]).ShouldBe(["'+62", "<script>alert(1)</script>"]);
        (await officer.GetStringAsync("/peserta")).ShouldNotContain("<script>alert");
    }

    [Fact]
    public async Task Who_looked_at_whom_is_noted_for_list_page_and_sheet()
    {
        var row = await app.Add("Sri Wahyuni", Crowd.PartnerA);
        using var officer = await app.SignedIn(Roles.ProgrammeOfficer);
        await officer.GetStringAsync("/peserta?cari=sri");
        await officer.GetStringAsync($"/peserta/{row.EnrolmentId}");
        await Sheet(officer, "/peserta/unduh");
        var readings = await app.With(db => db.Set<Reading>().OrderBy(r => r.Id).ToListAsync());
        readings.Select(r => r.Page).ShouldBe(["/peserta", "/peserta/{id}", "/peserta/unduh"]);
        readings.ShouldAllBe(r => r.PersonId == row.PersonId && r.ReaderId != Guid.Empty);
    }

    private static async Task<List<IDictionary<string, object?>>> Sheet(HttpClient browser, string address)
    {
        using var answer = await browser.GetAsync(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var file = new MemoryStream(await answer.Content.ReadAsByteArrayAsync());
        return [.. file.Query(useHeaderRow: true).Cast<IDictionary<string, object?>>()];
    }

    private static List<string> Names(string html) => [.. html.Split("<th scope=\"row\">").Skip(1).Select(r => WebUtility.HtmlDecode(r.Split("\">")[1].Split('<')[0]))];

    private static string Link(string html, string rel) => WebUtility.HtmlDecode(html.Split($"rel=\"{rel}\" href=\"")[1].Split('"')[0]);
}

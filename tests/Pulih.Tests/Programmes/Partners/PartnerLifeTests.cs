using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pulih.Participation.Participants;
using Pulih.Platform.Accounts;
using Pulih.Platform.Facts;
using Pulih.Programmes.Agreements;
using Pulih.Programmes.Contracts;
using Pulih.Registry.Import;

namespace Pulih.Programmes.Partners;

public sealed class PartnerLifeTests : IAsyncLifetime
{
    private const string Csv = "Nama Pemilik;Nama Usaha;No. HP;Kab/Kota;Kecamatan\nSiti Aminah;Warung Siti;081234560301;Kab. Kediri;Pare\n";
    private readonly ImportWorld world = new();

    public ValueTask InitializeAsync() => world.InitializeAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task An_invited_officer_chooses_a_password_by_the_link_and_is_led_to_the_agreement_before_anything_else()
    {
        using var programme = await world.Officer();
        await Publish(programme, "Data hanya untuk pelatihan.");
        using var invited = await programme.Submit("/desk/partners/dinas", "/desk/partners/dinas?handler=Invite", ("OfficerName", "Petugas Dinas (contoh)"), ("OfficerEmail", "petugas@dinas.contoh.id"));
        var page = await invited.Content.ReadAsStringAsync();
        var link = new Uri(page.Split("<code>")[1].Split("</code>")[0]).AbsolutePath;
        page.ShouldContain("Petugas Dinas (contoh) <span class=\"tag warn\">diundang");

        using var officer = world.App.Browser();
        (await officer.Submit(link, link, ("Password", Staff.Password))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        foreach (var closed in (string[])[ListsPage.Address, ParticipantsPage.Address, ParticipantsPage.Address + "/xlsx", "/meja"])
        {
            using var answer = await officer.GetAsync(closed);
            answer.Headers.Location?.ToString().ShouldBe(AgreementPage.Address, closed);
        }

        var words = await officer.GetStringAsync(AgreementPage.Address);
        words.ShouldContain("Data hanya untuk pelatihan.");
        (await officer.Submit(AgreementPage.Address, AgreementPage.Address, ("version", "1"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await officer.GetAsync(ListsPage.Address)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await world.App.With(db => db.Set<Fact>().CountAsync(f => f.Kind == "programmes.agreement-accepted" && f.Subject == world.Agency))).ShouldBe(1);

        // The same address a second time, and a role that may not invite.
        (await (await programme.Submit("/desk/partners/dinas", "/desk/partners/dinas?handler=Invite", ("OfficerName", "Lain"), ("OfficerEmail", "PETUGAS@dinas.contoh.id"))).Content.ReadAsStringAsync()).ShouldContain("sudah dipakai");
        (await officer.GetAsync("/desk/partners/dinas")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_new_version_is_agreed_to_anew_and_the_one_that_came_meanwhile_is_shown_first()
    {
        using var programme = await world.Officer();
        await Publish(programme, "Versi pertama.");
        using var officer = await world.App.SignedIn(Roles.PartnerOfficer, world.Agency);
        await officer.Submit(AgreementPage.Address, AgreementPage.Address, ("version", "1"));
        (await officer.GetAsync(ListsPage.Address)).StatusCode.ShouldBe(HttpStatusCode.OK);

        await Publish(programme, "Versi kedua.");
        (await officer.GetAsync(ListsPage.Address)).Headers.Location?.ToString().ShouldBe(AgreementPage.Address);
        using var late = await officer.Submit(AgreementPage.Address, AgreementPage.Address, ("version", "1"));
        (await late.Content.ReadAsStringAsync()).ShouldContain("Versi kedua.");
        (await world.App.With(db => db.Set<Acceptance>().CountAsync())).ShouldBe(1);
        (await officer.Submit(AgreementPage.Address, AgreementPage.Address, ("version", "2"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        WebUtility.HtmlDecode(await programme.GetStringAsync("/desk/partners/dinas")).ShouldContain("Versi 2");
    }

    [Fact]
    public async Task A_suspended_partner_brings_and_sees_nothing_and_what_it_brought_stands()
    {
        using var programme = await world.Officer();
        using var officer = await world.App.SignedIn(Roles.PartnerOfficer, world.Agency);
        (await world.TakeIn(programme, Csv)).New.ShouldBe(1);
        (await programme.Submit("/desk/partners/dinas", "/desk/partners/dinas?handler=Suspend", ("Why", "Data ditemukan di luar program"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await officer.GetAsync(ListsPage.Address)).Headers.Location?.ToString().ShouldBe(AgreementPage.Address);
        WebUtility.HtmlDecode(await officer.GetStringAsync(AgreementPage.Address)).ShouldContain("Dinas Contoh sedang dihentikan sementara");
        using var brought = await world.Upload(programme, System.Text.Encoding.UTF8.GetBytes(Csv));
        brought.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await world.App.With(db => db.Set<Registry.Businesses.Business>().CountAsync())).ShouldBe(1);
        (await Info()).Suspended.ShouldBeTrue();

        (await programme.Submit("/desk/partners/dinas", "/desk/partners/dinas?handler=LetBack")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await officer.GetAsync(ListsPage.Address)).StatusCode.ShouldBe(HttpStatusCode.OK);
        WebUtility.HtmlDecode(await programme.GetStringAsync("/desk/partners/dinas")).ShouldContain("Data ditemukan di luar program");
    }

    private async Task<PartnerInfo> Info() => (await world.App.Services.GetRequiredService<IProgrammes>().Map(default)).Partner("dinas")!;

    private static async Task Publish(HttpClient programme, string words) =>
        (await programme.Submit(PublishPage.Address, PublishPage.Address, ("Words", words))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
}

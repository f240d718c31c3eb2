using System.Net;
using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Accounts;
using Pulih.Programmes;
using Pulih.Programmes.Partners;

namespace Pulih.Recovery.Pulse;

/// <summary>The survey on the owner's page and at the desk.</summary>
public sealed class PulsePagesTests : IAsyncLifetime
{
    private RecoveryWorld world = null!;

    public async ValueTask InitializeAsync() => world = await RecoveryWorld.Start();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task An_owner_fills_in_the_page_of_the_link_and_a_wrong_field_keeps_the_others()
    {
        var (owner, _) = await world.Owner(agreed: null);
        var address = new Uri(world.Get<PulseLink>().For(owner.Businesses[0].Id, RecoveryWorld.Morning.UtcDateTime)).AbsolutePath;
        using var browser = world.App.Browser();
        var wrong = WebUtility.HtmlDecode(await (await browser.Submit(address, address, ("Status", "1"), ("Sales", "100rb sehari"), ("Compared", "2"), ("Workers", "3"), ("Online", ""), ("Rotating", ""))).Content.ReadAsStringAsync());
        wrong.ShouldContain("untuk sebulan");
        wrong.ShouldContain("value=\"100rb sehari\"");
        var right = WebUtility.HtmlDecode(await (await browser.Submit(address, address, ("Sales", "3,2 juta"), ("Status", "1"), ("Compared", "2"), ("Workers", "3"))).Content.ReadAsStringAsync());
        right.ShouldContain("sudah disimpan");
        var report = await world.Report(owner);
        (report.Status, report.Sales, report.Compared, report.Workers, report.Online).ShouldBe((OperatingStatus.Open, 3_200_000L, (short?)2, (short?)3, null));
        (await world.App.With(db => db.Set<GivenAnswer>().CountAsync(a => a.BusinessId == owner.Businesses[0].Id))).ShouldBe(4, "what was sent twice is kept once");
        (await browser.GetAsync(address[..^1] + "x")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync(PulseLink.Address + "/x")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Whoever_asks_by_phone_fills_it_in_at_the_desk_and_a_partner_sees_only_its_own()
    {
        var partner = await world.App.Using<AddPartner, Partner>(add => Task.FromResult(add.New("kampus", "Kampus Contoh", PartnerKind.University)));
        var (own, _) = await world.Owner(partner: partner.Id);
        var (other, _) = await world.Owner(partner: Guid.CreateVersion7());
        using var officer = await world.App.SignedIn(Roles.ProgrammeOfficer);
        var list = await officer.GetStringAsync(PanelPage.Address);
        list.ShouldContain(own.Businesses[0].Id.ToString());
        list.ShouldContain(other.Businesses[0].Id.ToString());
        var page = $"{PanelPage.Address}/{own.Businesses[0].Id}";
        var saved = WebUtility.HtmlDecode(await (await officer.Submit(page, page, ("Status", "1"), ("Sales", "2 juta"), ("Compared", "-1"), ("Workers", "1"), ("Online", "5"), ("Rotating", "1"))).Content.ReadAsStringAsync());
        saved.ShouldContain("sudah disimpan");
        saved.ShouldContain("lewat telepon");
        saved.ShouldContain("Rp2.000.000");
        (await officer.GetStringAsync(PanelPage.Address)).ShouldNotContain(own.Businesses[0].Id.ToString(), customMessage: "who has told rests");
        using var campus = await world.App.SignedIn(Roles.PartnerOfficer, partner.Id);
        (await campus.GetAsync($"{PanelPage.Address}/{other.Businesses[0].Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await campus.GetAsync($"{PanelPage.Address}/x")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await campus.GetAsync(page)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}

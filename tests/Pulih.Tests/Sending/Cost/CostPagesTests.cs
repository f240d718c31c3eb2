using System.Net;
using Microsoft.EntityFrameworkCore;
using Pulih.Chat.Turns;
using Pulih.Platform.Accounts;
using Pulih.Programmes;

namespace Pulih.Sending.Cost;

public sealed class CostPagesTests(SharedApp shared, Chromium chromium) : IClassFixture<SharedApp>
{
    [Fact]
    public async Task An_officer_sets_a_budget_as_people_write_amounts_and_every_limit_stays_with_its_reason()
    {
        var programme = await shared.App.Programme("anggaran");
        const string page = "/biaya/anggaran/anggaran";
        using var officer = await shared.App.SignedIn(Roles.ProgrammeOfficer);
        foreach (var (limit, reason) in new[] { ("banyak", "Awal"), ("25 jt", ""), ("-5", "Awal") })
        {
            using var refused = await officer.Submit(page, page, ("Limit", limit), ("Reason", reason));
            refused.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await refused.Content.ReadAsStringAsync()).ShouldContain("class=\"error small\"");
        }

        (await shared.App.With(db => db.Set<Budget>().AnyAsync(b => b.Id == programme))).ShouldBeFalse();
        using (await officer.Submit(page, page, ("Limit", "25 jt"), ("Reason", "Anggaran awal")))
        using (await officer.Submit(page, page, ("Limit", "Rp40.000.000"), ("Reason", "Peserta bertambah")))
        {
            (await shared.App.With(db => db.Set<Budget>().SingleAsync(b => b.Id == programme))).Limit.ShouldBe(40_000_000_00);
            var history = await officer.GetStringAsync(page);
            history.IndexOf("Peserta bertambah", StringComparison.Ordinal).ShouldBeLessThan(history.IndexOf("Anggaran awal", StringComparison.Ordinal));
            (await officer.GetStringAsync(CostPage.Address)).ShouldContain("dari Rp40.000.000 terpakai");
        }

        using var none = await officer.GetAsync("/biaya/anggaran/tidak-ada");
        none.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_new_price_holds_from_its_day_and_the_one_before_stays_for_the_days_before()
    {
        using var owner = await shared.App.SignedIn(Roles.Owner);
        using (await owner.Submit(RatesPage.Address, RatesPage.Address, ("From", "2027-01-01"), ("Category", "Service"), ("Rupiah", "401,25"), ("FreeAMonth", "500")))
        {
            var rates = new Rates(await shared.App.With(db => db.Set<Rate>().ToListAsync()));
            rates.Of(new(2026, 12, 31, 16, 59, 0), "6281200000001", PriceCategory.Service).Sen.ShouldBe(35_665);
            var next = rates.Of(new(2026, 12, 31, 17, 0, 0), "6281200000001", PriceCategory.Service);
            (next.Sen, next.FreeAMonth).ShouldBe((40_125, 500));
            rates.Of(new(2026, 8, 1), "6281200000001", PriceCategory.Service).Sen.ShouldBe(0);
            rates.Of(new(2026, 11, 1), "ID.abc", PriceCategory.Utility).Sen.ShouldBe(35_665);
        }

        using var refused = await owner.Submit(RatesPage.Address, RatesPage.Address, ("From", "2027-01-01"), ("Category", "Service"), ("Rupiah", "murah"));
        (await refused.Content.ReadAsStringAsync()).ShouldContain("356,65");
    }

    [Fact]
    [Trait("kind", "journey")]
    public async Task The_pages_of_money_can_be_read_by_everybody_on_a_phone()
    {
        var programme = await shared.App.Programme("dompet");
        await shared.App.Change(db =>
        {
            db.Add(new Budget { Id = programme, Limit = 25_000_000_00, Spent = 3_000_000_00, Reserved = 1_000_00, Beyond = 70_000 });
            db.Add(new DayCost { Day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(7)), ProgrammeId = programme, Category = PriceCategory.Service, Messages = 40, Free = 10, Sen = 30 * 35_665 });
        });
        var page = await chromium.Page(360);
        await using var closing = page.Context;
        await page.SignIn(shared.App, Roles.Owner);
        foreach (var address in new[] { CostPage.Address, RatesPage.Address, "/biaya/anggaran/dompet" })
        {
            await page.GotoAsync(shared.App.Url + address);
            (await Chromium.Complaints(page)).ShouldBeEmpty();
        }
    }
}

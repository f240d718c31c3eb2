using Microsoft.Playwright;
using Pulih.Platform.Accounts;
using Pulih.Programmes;
using Pulih.Programmes.Claims;
using Pulih.Programmes.Targets;
using Pulih.Proof.Figures;

namespace Pulih.Insight.PublicPage;

public sealed class PagesInABrowserTests(SharedApp shared, Chromium chromium) : IClassFixture<SharedApp>
{
    private readonly App app = shared.App;

    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    public async Task Public_pages_fit_the_screen_and_can_be_used_by_everybody(int width, ColorScheme scheme)
    {
        await Programme();
        var page = await chromium.Page(width, scheme: scheme);
        await using var closing = page.Context;
        foreach (var path in new[] { "/", "/programmes/layar" })
        {
            await page.GotoAsync(app.Url + path);
            (await Chromium.Complaints(page)).ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task The_officers_pages_fit_the_screen_and_can_be_used_by_everybody(int width)
    {
        await Programme();
        var page = await chromium.Page(width);
        await using var closing = page.Context;
        await page.SignIn(app, Roles.ProgrammeOfficer);
        foreach (var path in new[] { "", "/new", "/layar", "/layar/edit", "/layar/target", "/layar/claims/new", "/layar/partners/new", "/layar/cohorts" })
        {
            await page.GotoAsync(app.Url + "/desk/programmes" + path);
            (await Chromium.Complaints(page)).ShouldBeEmpty();
        }
    }

    private async Task Programme()
    {
        if (await app.With(db => Task.FromResult(db.Set<Programme>().Any(p => p.Code == "layar"))))
        {
            return;
        }

        var id = await app.Programme("layar");
        await app.Using<RaiseTarget, Target>(raise => raise.To(id, 1_500_000, "Mitra menambah kelas", ProgrammeSample.Officer, TestContext.Current.CancellationToken));
        await app.Using<RecordClaim, Claim>(record => Task.FromResult(record.Of(id, new(85_000, "Facebook", new(2020, 7, 29), "Keterangan pers"), ProgrammeSample.Officer)));
        await app.Change(db =>
        {
            db.Add(new Rollup { ProgrammeId = id, Cut = Cut.Total, Key = "", Count = 1_234_567 });
            db.Add(new Rollup { ProgrammeId = id, Cut = Cut.Month, Key = "2026-08", Count = 1_234_567 });
            db.Add(new Rollup { ProgrammeId = id, Cut = Cut.Province, Key = "32", Count = 1_000_000 });
            db.Add(new Rollup { ProgrammeId = id, Cut = Cut.Province, Key = "96", Count = 234_567 });
        });
    }
}

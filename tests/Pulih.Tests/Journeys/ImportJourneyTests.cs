using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using MiniExcelLibs;
using Pulih.Registry.Import;
using Pulih.Registry.Review;

namespace Pulih.Journeys;

/// <summary>An officer with a partner's messy sheet, in a real browser.</summary>
// Alone on the machine: five thousand rows beside other tests take minutes.
[Collection(nameof(Drills.KillDrillTests))]
[Trait("kind", "journey")]
public sealed class ImportJourneyTests(Chromium chromium) : IAsyncLifetime
{
    private App app = null!;

    public async ValueTask InitializeAsync() => app = await App.Start(settings: "--Demo=true");

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task An_officer_brings_a_messy_sheet_of_5000_rows_mends_it_decides_20_pairs_by_keyboard_and_takes_a_merge_back()
    {
        await using var officer = await Traveller.With(chromium, app.Url, 1280, scripts: true);
        await officer.Go("/masuk");
        while (await officer.Page.Locator("button[name=role]").CountAsync() == 0)
        {
            await Task.Delay(200); // The demo's accounts come with its programme.
            await officer.Page.ReloadAsync();
        }

        await officer.Page.Locator("button[name=role][value=programme-officer]").ClickAsync();
        await Bring(officer, "daftar binaan (contoh).xlsx", MessySheet.Of(5_000));
        await Shot(officer, "kolom");
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "Tunjukkan apa yang akan terjadi" }).ClickAsync();
        await TakeIn(officer);
        var list = await app.With(db => db.Set<ListImport>().AsNoTracking().SingleAsync());
        (list.Bad, list.Same, list.Unsure).ShouldSatisfyAllConditions(() => list.Bad.ShouldBe(50), () => list.Same.ShouldBeGreaterThan(1_000), () => list.Unsure.ShouldBeGreaterThanOrEqualTo(20));

        await Mend(officer);
        var mended = await app.With(db => db.Set<ListImport>().AsNoTracking().OrderByDescending(i => i.Id).FirstAsync());
        var bad = await app.With(db => db.Set<ImportRow>().AsNoTracking().Where(r => r.ImportId == mended.Id && r.Outcome == RowOutcome.Bad).Select(r => r.Line + " " + r.Troubles).ToListAsync());
        bad.ShouldBeEmpty();
        mended.Rows.ShouldBe(50);

        await Decide20(officer);
        await TakeBack(officer);
    }

    private static async Task Bring(Traveller officer, string name, byte[] file)
    {
        await officer.Go("/daftar");
        await officer.Page.Locator("[name=Sheet]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = file });
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "Lihat dulu" }).ClickAsync();
        await officer.Page.WaitForURLAsync(u => Regex.IsMatch(u, "/daftar/[0-9a-f-]{36}"));
        await officer.Look();
    }

    private async Task TakeIn(Traveller officer)
    {
        await officer.Page.Locator("form[action*=Apply] button").ClickAsync(new() { Timeout = 240_000 });
        await officer.Page.GetByText("Batalkan daftar ini").WaitForAsync(new() { Timeout = 240_000 });
        await officer.Look();
        await Shot(officer, "masuk");
    }

    private async Task Mend(Traveller officer)
    {
        var download = await officer.Page.RunAndWaitForDownloadAsync(() => officer.Page.GetByRole(AriaRole.Link, new() { Name = "Unduh sebagai lembar Excel" }).ClickAsync());
        await using var sheet = await download.CreateReadStreamAsync();
        var copy = new MemoryStream();
        await sheet.CopyToAsync(copy);
        var rows = copy.Query(useHeaderRow: true).Cast<IDictionary<string, object?>>().Select(r => r.ToDictionary(c => c.Key, c => c.Value)).ToList();
        for (var i = 0; i < rows.Count; i++)
        {
            rows[i]["No. HP (WA)"] = $"0813{((i + 1) * 3_141_593L) % 100_000_000:D8}";
        }

        var mended = new MemoryStream();
        await mended.SaveAsAsync(rows);
        await Bring(officer, "diperbaiki (contoh).xlsx", mended.ToArray());
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "Tunjukkan apa yang akan terjadi" }).ClickAsync();
        await TakeIn(officer);
    }

    private async Task Decide20(Traveller officer)
    {
        await officer.Go("/tinjau");
        await Shot(officer, "tinjau");
        await officer.Page.SetViewportSizeAsync(360, 740);
        (await officer.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(360);
        await Shot(officer, "tinjau-360");
        await officer.Page.SetViewportSizeAsync(1280, 800);
        for (var i = 0; i < 20; i++)
        {
            var before = officer.Page.Url;
            await officer.Page.Keyboard.PressAsync(i % 2 == 0 ? "s" : "b");
            await officer.Page.WaitForURLAsync(u => u != before);
        }

        var pairs = await app.With(db => db.Set<Pair>().AsNoTracking().Where(p => p.State != PairState.Open).ToListAsync());
        (pairs.Count(p => p.State == PairState.Same), pairs.Count(p => p.State == PairState.Different)).ShouldBe((10, 10));
    }

    private async Task TakeBack(Traveller officer)
    {
        var merge = await app.With(db => db.Set<Registry.Merging.Merge>().AsNoTracking().FirstAsync());
        await officer.Go($"/usaha/{merge.KeptId}");
        await officer.Page.GetByText("Urungkan").ClickAsync();
        await officer.Page.Locator("[name=why]").FillAsync("Suami istri, usahanya sendiri-sendiri");
        await officer.Look();
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "Keduanya dua usaha" }).ClickAsync();
        await officer.Page.GetByText("Diurungkan").WaitForAsync();
        await Shot(officer, "usaha");
    }

    // For looking at: PULIH_SCREENSHOTS names a folder.
    private static async Task Shot(Traveller officer, string name)
    {
        if (Environment.GetEnvironmentVariable("PULIH_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await officer.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }
    }
}

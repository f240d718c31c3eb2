using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Pulih.Participation.Participants;
using Pulih.Platform.Accounts;
using Pulih.Platform.Storage;
using Pulih.Programmes;
using Pulih.Sending.Contracts;
using Pulih.Sending.Templates;

namespace Pulih.Sending.Broadcasts;

[Trait("kind", "journey")]
public sealed class BroadcastInABrowserTests(Chromium chromium)
{
    [Fact]
    public async Task An_officer_writes_a_template_sees_whom_a_broadcast_reaches_and_what_it_costs_releases_and_stops_it()
    {
        await using var app = await App.Start(settings: "--Sending:On=false");
        var programme = await app.Programme("siaran");
        await app.Change(db => db.AddRange(Enumerable.Range(0, 12).Select(i => new Participant
        {
            EnrolmentId = Guid.CreateVersion7(), PersonId = Guid.CreateVersion7(), ProgrammeId = programme, PersonName = $"Orang {i} (contoh)", BusinessName = "Warung (contoh)", ProvinceCode = "32",
        })));
        var page = await chromium.Page(360);
        await using var closing = page.Context;
        await page.SignIn(app, Roles.ProgrammeOfficer);
        await page.GotoAsync(app.Url + TemplatesPage.Address);
        await page.GetByLabel("Nama").FillAsync("Undangan Kelas");
        await page.GetByLabel("Isi").FillAsync("Halo {{1}}, kelas foto produk mulai besok.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Simpan" }).ClickAsync();
        await page.GetByText("Hanya huruf kecil").WaitForAsync();
        await page.GetByLabel("Nama").FillAsync("undangan_kelas");
        await page.GetByRole(AriaRole.Button, new() { Name = "Simpan" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sudah disetujui Meta" }).ClickAsync();
        await page.GetByText("disetujui", new() { Exact = true }).WaitForAsync();
        (await Chromium.Complaints(page)).ShouldBeEmpty();

        await page.GotoAsync(app.Url + BroadcastsPage.Address);
        await page.GetByLabel("Tentang apa").FillAsync("Undangan kelas foto");
        await page.GetByLabel("Hari pertama").FillAsync("2031-01-08"); // Far off: whatever the hour now is, it still runs when it is stopped.
        (await Chromium.Complaints(page)).ShouldBeEmpty();
        await page.GetByRole(AriaRole.Button, new() { Name = "Lanjut ke pratinjau" }).ClickAsync();
        await page.GetByText("12 orang").WaitForAsync();
        await page.GetByText("Paling banyak Rp4.280 (Rp357 per orang)").WaitForAsync();
        await page.GetByText("Halo Bapak/Ibu Sri (contoh)").WaitForAsync();
        (await Chromium.Complaints(page)).ShouldBeEmpty();

        await page.GetByRole(AriaRole.Button, new() { Name = "Kirim siaran" }).ClickAsync();
        await Eventually.Holds(() => app.With(db => db.Set<Broadcast>().AnyAsync(b => b.Prepared && b.Recipients == 12)));
        await page.ReloadAsync();
        await page.GetByText("dari 12 sudah diserahkan").WaitForAsync();
        (await Chromium.Complaints(page)).ShouldBeEmpty();
        await page.GetByRole(AriaRole.Button, new() { Name = "Hentikan seterusnya" }).ClickAsync();
        await page.GetByText("dihentikan", new() { Exact = true }).WaitForAsync();
    }
}

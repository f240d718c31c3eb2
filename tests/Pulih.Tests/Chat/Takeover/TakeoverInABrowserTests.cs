using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Pulih.Chat.Turns;
using Pulih.Platform.Accounts;
using Pulih.Platform.Storage;

namespace Pulih.Chat.Takeover;

[Trait("kind", "journey")]
public sealed class TakeoverInABrowserTests(Chromium chromium)
{
    [Fact]
    public async Task A_trainer_sees_somebody_waiting_without_reloading_takes_over_and_talks_with_them()
    {
        await using var app = await App.Start(adjust: CountingDialogue.Only);
        var page = await chromium.Page(360);
        await using var closing = page.Context;
        await page.SignIn(app, Roles.Trainer);
        await page.GotoAsync(app.Url + ReadyAnswersPage.Address);
        await page.GetByLabel("Tentang apa").FillAsync("Cahaya");
        await page.GetByLabel("Isi jawaban").FillAsync("Foto paling bagus di pagi hari, dekat jendela.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Simpan" }).ClickAsync();
        await page.GetByText("dekat jendela").WaitForAsync();
        (await Chromium.Complaints(page)).ShouldBeEmpty();

        await page.GotoAsync(app.Url + WaitingPage.Address);
        await page.GetByText("Tidak ada yang menunggu").WaitForAsync();
        await page.EvaluateAsync("window.stayed = true");
        var siti = app.Phone();
        await siti.SendText("petugas");
        await siti.Answer();
        await page.GetByRole(AriaRole.Link, new() { Name = "Siti (contoh)" }).WaitForAsync();
        (await page.EvaluateAsync<bool>("window.stayed === true")).ShouldBeTrue("it came by itself");
        (await Chromium.Complaints(page)).ShouldBeEmpty();

        await page.GetByRole(AriaRole.Link, new() { Name = "Siti (contoh)" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ambil alih" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Cahaya" }).ClickAsync();
        await page.EvaluateAsync("window.stayed = true");
        await siti.SendText("foto saya gelap terus");
        await page.GetByText("foto saya gelap terus").WaitForAsync();
        (await page.EvaluateAsync<bool>("window.stayed === true")).ShouldBeTrue("it came by itself");
        (await page.GetByLabel("Jawaban Anda").InputValueAsync()).ShouldContain("dekat jendela");
        await page.GetByRole(AriaRole.Button, new() { Name = "Kirim" }).ClickAsync();
        (await siti.Answer()).Text.ShouldContain("dekat jendela");
        (await Chromium.Complaints(page)).ShouldBeEmpty();

        await page.GetByRole(AriaRole.Button, new() { Name = "Selesai, lanjut otomatis" }).ClickAsync();
        await page.GetByText("Tidak ada yang menunggu").WaitForAsync();
        (await app.With(db => db.Set<Conversation>().CountAsync(c => c.HeldBy != null))).ShouldBe(0);
    }
}

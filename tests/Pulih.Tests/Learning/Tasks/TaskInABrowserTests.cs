using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Pulih.Learning.Contracts;
using Pulih.Learning.Web;
using Pulih.Platform.Accounts;

namespace Pulih.Learning.Tasks;

/// <summary>An owner's photo goes from a phone's page to a trainer's phone and back, in a real browser.</summary>
[Trait("kind", "journey")]
public sealed class TaskInABrowserTests(LearningApp host, Chromium chromium) : IClassFixture<LearningApp>
{
    [Fact]
    public async Task A_task_is_sent_judged_and_seen_on_phones()
    {
        var app = host.App;
        using var learner = await WebLearner.Begin(host, app.Services.GetRequiredService<ICourses>().Find("tampil-di-facebook-dan-instagram"));
        await learner.AnswerAll(await learner.TakeAllLessons(), rightly: true);
        var owner = await chromium.Page(360);
        await using var closing = owner.Context;
        await owner.GotoAsync(app.Url + learner.Address);
        await owner.GetByRole(AriaRole.Link, new() { Name = "Lanjut" }).ClickAsync();
        (await Chromium.Complaints(owner)).ShouldBeEmpty();
        await owner.GetByLabel("Foto").SetInputFilesAsync(new FilePayload { Name = "etalase.png", MimeType = "image/png", Buffer = await owner.ScreenshotAsync() });
        await owner.GetByRole(AriaRole.Button, new() { Name = "Kirim tugas" }).ClickAsync();
        await owner.GetByText("Sudah kami terima (1 kiriman)").WaitForAsync();
        (await Chromium.Complaints(owner)).ShouldBeEmpty();

        var trainer = await chromium.Page(360);
        await using var closingToo = trainer.Context;
        await trainer.SignIn(app, Roles.Trainer);
        await trainer.GotoAsync(app.Url + TasksPage.Address);
        (await Chromium.Complaints(trainer)).ShouldBeEmpty();
        await trainer.GetByRole(AriaRole.Link, new() { Name = "Contoh" }).First.ClickAsync();
        (await trainer.GetByAltText("Foto tugas").EvaluateAsync<int>("img => img.decode().then(() => img.naturalWidth)")).ShouldBeGreaterThan(0);
        (await Chromium.Complaints(trainer)).ShouldBeEmpty();
        await trainer.GetByLabel("Foto produknya terang dan jelas").CheckAsync();
        await trainer.GetByLabel("Ada harga atau cara memesan").CheckAsync();
        await trainer.GetByLabel("Pesan untuk pelaku usaha").FillAsync("Bagus sekali.");
        await trainer.GetByRole(AriaRole.Button, new() { Name = "Kirim penilaian" }).ClickAsync();
        await trainer.GetByText("Penilaian terkirim.").WaitForAsync();

        await owner.ReloadAsync();
        await owner.GetByText("Tugas Bapak/Ibu diterima. Bagus sekali.").WaitForAsync();
        (await learner.Progress()).CompletedAt.ShouldNotBeNull();
    }
}

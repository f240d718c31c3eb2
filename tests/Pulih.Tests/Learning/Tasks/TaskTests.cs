using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pulih.Learning.Contracts;
using Pulih.Learning.Packs;
using Pulih.Learning.Progress;
using Pulih.Learning.Web;
using Pulih.Platform.Accounts;
using Pulih.Platform.Media;

namespace Pulih.Learning.Tasks;

/// <summary>A practical task from the photo to the certificate, on the running product.</summary>
public sealed class TaskTests(LearningApp host) : IClassFixture<LearningApp>
{
    private readonly App app = host.App;

    [Fact]
    public async Task A_photo_sent_in_chat_is_judged_at_the_desk_and_the_word_comes_back_into_the_chat()
    {
        using var learner = await BeforeTheTask();
        var phone = app.Phone(learner.Number, "Contoh");
        await phone.SendText("lanjut");
        (await phone.Answer()).Text.ShouldContain("Foto produknya terang dan jelas");
        await phone.SendImage(Photo(), caption: "ini fotonya");
        (await phone.Answer()).Text.ShouldContain("sudah kami terima");
        var handIn = await HandIn(learner);
        await Eventually.Holds(async () => await State(handIn) == PieceState.Here);

        using var trainer = await app.SignedIn(Roles.Trainer);
        (await trainer.GetStringAsync(TasksPage.Address)).ShouldContain(handIn.ToString());
        var page = await trainer.GetStringAsync($"{TasksPage.Address}/{handIn}");
        var piece = await app.With(db => db.Set<Piece>().SingleAsync(p => p.HandInId == handIn));
        page.ShouldContain($"piece={piece.Id}");
        using (var photo = await trainer.GetAsync($"{TasksPage.Address}/{handIn}?handler=Photo&piece={piece.Id}"))
        {
            photo.Content.Headers.ContentType!.MediaType.ShouldBe("image/jpeg");
            (await photo.Content.ReadAsByteArrayAsync()).Length.ShouldBeLessThanOrEqualTo(ShrinkPhoto.MostBytes);
        }

        (await Judge(trainer, handIn, "Coba foto lebih dekat.", 0)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var returned = (await phone.Answer()).Text;
        returned.ShouldContain("✓ Foto produknya terang dan jelas");
        returned.ShouldContain("– Ada harga atau cara memesan");
        returned.ShouldContain("Coba foto lebih dekat.");
        (await Status(learner)).ShouldContain("kirim tugas sekali lagi");

        await phone.SendImage(Photo());
        (await phone.Answer()).Text.ShouldContain("sudah kami terima");
        var second = await HandIn(learner);
        second.ShouldNotBe(handIn);
        await Judge(trainer, second, "", 0, 1);
        (await phone.Answer()).Text.ShouldContain("diterima");
        (await phone.Answer()).Type.ShouldBe("image", "the certificate");
        (await learner.Progress()).CompletedAt.ShouldNotBeNull();
        await app.Quiet();
    }

    [Fact]
    public async Task On_the_page_a_photo_or_a_link_is_taken_and_what_is_neither_is_said_kindly()
    {
        using var learner = await BeforeTheTask();
        (await learner.Text(learner.Address)).ShouldContain("Yang masih kurang: kirim tugas.");
        using var browser = app.Browser();
        var page = $"{learner.Address}/tugas";
        (await Body(await browser.Upload(page, page, "photo", "%PDF-1.7 bukan foto"u8.ToArray(), "toko.jpg"))).ShouldContain("bukan foto yang dapat dibuka");
        (await Body(await browser.Submit(page, page, ("Link", "toko saya")))).ShouldContain("Tautannya tidak lengkap");
        (await Body(await browser.Submit(page, page))).ShouldContain("Pilih foto dulu");
        (await learner.Progress()).Task.ShouldBe(TaskState.None);

        (await browser.Upload(page, page, "photo", Photo(), "toko.png")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.Submit(page, page, ("Link", "instagram.com/contoh<script>"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var pieces = await app.With(db => db.Set<Piece>().Where(p => p.HandInId == db.Set<CourseProgress>().Single(c => c.EnrolmentId == learner.Enrolment.Id).HandInId).OrderBy(p => p.Id).ToListAsync());
        pieces.Select(p => (p.Link, p.State)).ShouldBe([(null, PieceState.Here), ("https://instagram.com/contoh%3Cscript%3E", PieceState.Here)]);
        (await learner.Text(page)).ShouldContain("2 kiriman");
        using var trainer = await app.SignedIn(Roles.Trainer);
        (await trainer.GetStringAsync($"{TasksPage.Address}/{pieces[0].HandInId}")).ShouldContain("href=\"https://instagram.com/contoh%3Cscript%3E\"");
        await Judge(trainer, pieces[0].HandInId, "", 0, 1, 2);
        (await learner.Text(page)).ShouldContain("Tugas Bapak/Ibu diterima.");
        (await learner.Text(learner.Address)).ShouldNotContain("Yang masih kurang");
    }

    [Fact]
    public async Task A_photo_the_provider_no_longer_has_is_asked_for_once_more()
    {
        using var learner = await BeforeTheTask();
        var phone = app.Phone(learner.Number, "Contoh");
        await phone.SendText("lanjut");
        await phone.Answer();
        await phone.Deliver(new JsonObject { ["type"] = "image", ["image"] = new JsonObject { ["id"] = "404404404", ["mime_type"] = "image/jpeg" } });
        (await phone.Answer()).Text.ShouldContain("sudah kami terima");
        (await phone.Answer()).Text.ShouldContain("tidak dapat kami buka");
        (await learner.Progress()).Task.ShouldBe(TaskState.Returned);
        await phone.SendImage(Photo());
        (await phone.Answer()).Text.ShouldContain("sudah kami terima");
    }

    [Fact]
    public async Task A_photo_sent_in_the_middle_of_the_next_course_finds_the_task_that_was_given_back()
    {
        using var learner = await BeforeTheTask();
        var phone = app.Phone(learner.Number, "Contoh");
        await phone.SendImage(Photo());
        (await phone.Answer()).Text.ShouldContain("sudah kami terima");
        using var trainer = await app.SignedIn(Roles.Trainer);
        var first = await HandIn(learner);
        await Judge(trainer, first, "");
        (await phone.Answer()).Text.ShouldContain("Tinggal sedikit lagi");
        await phone.SendText("lanjut");
        (await phone.Answer()).Text.ShouldContain("Pelajaran 1 dari 5");
        await phone.SendImage(Photo());
        var taken = await phone.Answer();
        taken.Text.ShouldContain("sudah kami terima");
        (await HandIn(learner)).ShouldNotBe(first);
        await phone.SendText(taken.Replies.Single().Title);
        (await phone.Answer()).Text.ShouldContain("Pelajaran 1 dari 5", customMessage: "the lesson stayed open");
    }

    [Fact]
    public async Task Of_two_trainers_who_judge_at_once_one_is_told_so_and_the_owner_hears_one_word()
    {
        using var learner = await BeforeTheTask();
        using var browser = app.Browser();
        await browser.Submit($"{learner.Address}/tugas", $"{learner.Address}/tugas", ("Link", "https://contoh.id/toko"));
        var handIn = await HandIn(learner);
        using var one = await app.SignedIn(Roles.Trainer);
        using var other = await app.SignedIn(Roles.ProgrammeOfficer);
        var answers = await Task.WhenAll(Judge(one, handIn, "satu", 0, 1), Judge(other, handIn, "dua"));
        answers.Count(a => a.StatusCode == HttpStatusCode.Redirect).ShouldBe(1);
        (await Body(answers.Single(a => a.StatusCode == HttpStatusCode.OK))).ShouldContain("baru saja dinilai orang lain");
    }

    [Fact]
    public async Task Nobody_but_those_who_hold_classes_sees_a_task()
    {
        using var learner = await BeforeTheTask();
        using var browser = app.Browser();
        await browser.Upload($"{learner.Address}/tugas", $"{learner.Address}/tugas", "photo", Photo(), "a.png");
        var handIn = await HandIn(learner);
        using var officer = await app.SignedIn(Roles.PartnerOfficer, host.Cohort.PartnerId);
        foreach (var address in new[] { TasksPage.Address, $"{TasksPage.Address}/{handIn}", $"{TasksPage.Address}/{handIn}?handler=Photo&piece={handIn}" })
        {
            (await officer.GetAsync(address)).StatusCode.ShouldNotBe(HttpStatusCode.OK);
            (await browser.GetAsync(address)).StatusCode.ShouldNotBe(HttpStatusCode.OK);
        }
    }

    private async Task<WebLearner> BeforeTheTask()
    {
        var learner = await WebLearner.Begin(host, app.Services.GetRequiredService<ICourses>().Find("tampil-di-facebook-dan-instagram"));
        await learner.AnswerAll(await learner.TakeAllLessons(), rightly: true);
        var progress = await learner.Progress();
        progress.CompletedAt.ShouldBeNull("the task is missing");
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        await app.Change(db => db.Add(new Chat.Turns.Conversation
        {
            Id = Guid.CreateVersion7(), Channel = "whatsapp", Address = learner.Number, PersonId = progress.PersonId, Number = "100000000000001", Dialogue = "learning", FirstHeardAt = now, LastHeardAt = now,
        }));
        return learner;
    }

    private async Task<Guid> HandIn(WebLearner learner) => (await learner.Progress()).HandInId!.Value;

    private async Task<string> Status(WebLearner learner) => await learner.Text(learner.Address);

    private Task<PieceState> State(Guid handIn) => app.With(db => db.Set<Piece>().Where(p => p.HandInId == handIn).Select(p => p.State).SingleAsync());

    private static Task<HttpResponseMessage> Judge(HttpClient trainer, Guid handIn, string words, params int[] ticks) =>
        trainer.Submit($"{TasksPage.Address}/{handIn}", $"{TasksPage.Address}/{handIn}", [("Words", words), .. ticks.Select(t => ("Ticks", $"{t}"))]);

    private static async Task<string> Body(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

    private static byte[] Photo() => DrawPicture.AsPng("""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 180"><rect width="320" height="180" fill="#fbefd5"/></svg>"""u8.ToArray());
}

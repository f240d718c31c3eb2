using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Pulih.Learning.Contracts;
using Pulih.Learning.Packs;
using Pulih.Learning.Progress;
using Pulih.Learning.Quizzes;
using Pulih.Learning.Web;
using Pulih.Platform.Facts;

namespace Pulih.Learning.Offline;

/// <summary>A course taken without a signal and sent when there is one.</summary>
public sealed class OfflineTests(LearningApp host, Chromium chromium) : IClassFixture<LearningApp>
{
    private readonly App app = host.App;

    [Fact]
    [Trait("kind", "journey")]
    public async Task Kept_on_the_phone_a_course_is_read_and_answered_without_a_signal_and_counted_once()
    {
        using var learner = await WebLearner.Begin(host);
        var page = await chromium.Page(360);
        await using var closing = page.Context;
        await page.GotoAsync(app.Url + learner.Address);
        await page.GetByRole(AriaRole.Link, new() { Name = "Belajar tanpa sinyal" }).ClickAsync();
        await page.GetByText("Tersimpan di HP").WaitForAsync();
        (await Chromium.Complaints(page)).ShouldBeEmpty();
        await page.EvaluateAsync("() => navigator.serviceWorker.ready.then(r => !!r.active)");

        await page.Context.SetOfflineAsync(true);
        await page.GotoAsync(app.Url + learner.Address); // any page of the course shows the one that was kept
        await page.GetByRole(AriaRole.Heading, new() { Name = learner.Course.Title }).WaitForAsync();
        (await page.Locator("article img").First.EvaluateAsync<int>("img => img.decode().then(() => img.naturalWidth)")).ShouldBeGreaterThan(0, "pictures are kept too");
        await page.GotoAsync($"{app.Url}{learner.Address}/bekal");
        foreach (var box in await page.GetByLabel("Sudah saya baca").AllAsync())
        {
            await box.CheckAsync();
        }

        foreach (var question in learner.Course.Quiz.Questions)
        {
            await page.Locator($"[name='option-{question.Id}'][value='{question.RightPlace()}']").CheckAsync();
        }

        await page.ReloadAsync();
        (await page.Locator("input:checked").CountAsync()).ShouldBe(learner.Course.Lessons.Count + learner.Course.Quiz.Asks, "what was filled in outlives a reload");
        await page.GetByRole(AriaRole.Button, new() { Name = "Kirim yang sudah dikerjakan" }).ClickAsync();
        await page.GetByText("dikirim sendiri begitu ada sinyal").WaitForAsync();
        (await learner.Progress()).Lesson.ShouldBe(0);

        // A second tab of the same phone has the same answers to send.
        var second = await page.RunAndWaitForPopupAsync(() => page.EvaluateAsync("() => { window.open(location.href); }"));
        await second.GetByText("dikirim sendiri begitu ada sinyal").WaitForAsync();
        await page.Context.SetOfflineAsync(false);
        await page.WaitForURLAsync("**/kuis", new() { Timeout = 30_000 });
        await page.GetByText("Nilai Bapak/Ibu 6 dari 6.").WaitForAsync();
        await Eventually.Holds(async () => (await learner.Progress()).CompletedAt is not null);
        await app.Quiet();
        var progress = await learner.Progress();
        (await app.With(db => db.Set<AnswerGiven>().CountAsync(a => a.ProgressId == progress.Id))).ShouldBe(6);
        (await app.With(db => db.Set<StepSeen>().CountAsync(s => s.ProgressId == progress.Id))).ShouldBe(learner.Course.Lessons.Sum(l => l.Steps.Count));
    }

    [Fact]
    public async Task Sent_twice_at_once_and_again_later_nothing_is_counted_double()
    {
        using var learner = await WebLearner.Begin(host);
        var form = Filled(learner.Course, 1, [1, 2, 3, 4, 5]);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Send(learner, form)));
        await Send(learner, form);
        await app.Quiet();
        var progress = await learner.Progress();
        progress.CompletedAt.ShouldNotBeNull();
        (await app.With(db => db.Set<AnswerGiven>().CountAsync(a => a.ProgressId == progress.Id))).ShouldBe(6);
        (await app.With(db => db.Set<Fact>().CountAsync(f => f.Subject == progress.PersonId && f.Kind == CourseCompleted.Name))).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_half_done_is_taken_as_far_as_it_goes()
    {
        using var learner = await WebLearner.Begin(host);
        (await Send(learner, [("attempt", "1"), ("read", "1"), ("read", "2"), ("read", "4")])).ShouldContain("Sudah terkirim");
        (await learner.Progress()).Lesson.ShouldBe(2, "the third was not read");
        await Send(learner, [("attempt", "1"), .. Enumerable.Range(3, 3).Select(n => ("read", $"{n}")), ($"option-{learner.Course.Quiz.Questions[0].Id}", "0"), ($"option-{learner.Course.Quiz.Questions[2].Id}", "0")]);
        (await learner.Progress()).Question.ShouldBe(1, "the second was not answered");
        (await learner.Text($"{learner.Address}/bekal")).ShouldNotContain($"option-{learner.Course.Quiz.Questions[0].Id}");
    }

    [Fact]
    public async Task Answers_of_an_attempt_that_is_over_change_nothing()
    {
        using var learner = await WebLearner.Begin(host);
        var old = Filled(learner.Course, 1, [1, 2, 3, 4, 5]);
        var page = await learner.TakeAllLessons();
        page = await learner.AnswerAll(page, rightly: false);
        await learner.Send(page, $"{learner.Address}/kuis");
        await Send(learner, old);
        var progress = await learner.Progress();
        (progress.Attempt, progress.Question).ShouldBe((2, 0));
    }

    [Fact]
    public async Task A_quiz_with_a_time_limit_is_not_taken_along()
    {
        using var learner = await WebLearner.Begin(host, await SamplePack.Store(app, QuizPack.Source("\n  limit: 15")));
        var page = await learner.Text($"{learner.Address}/bekal");
        page.ShouldContain("batas waktu");
        page.ShouldNotContain("option-");
    }

    [Fact]
    public async Task The_worker_and_the_manifest_are_what_a_browser_installs_and_tell_nothing_of_a_person()
    {
        using var learner = await WebLearner.Begin(host);
        using var worker = await learner.Get("/belajar/sw.js");
        worker.Content.Headers.ContentType!.MediaType.ShouldBe("text/javascript");
        worker.Headers.CacheControl!.NoCache.ShouldBeTrue();
        var manifest = System.Text.Json.JsonDocument.Parse(await learner.Text($"{learner.Address}/app.webmanifest")).RootElement;
        manifest.GetProperty("start_url").GetString().ShouldBe(learner.Address);
        foreach (var icon in manifest.GetProperty("icons").EnumerateArray())
        {
            using var answer = await learner.Get(icon.GetProperty("src").GetString()!);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe(icon.GetProperty("type").GetString());
        }

        using var none = await learner.Get("/belajar/tidak-ada/bekal");
        none.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_whole_course_on_one_page_weighs_what_it_says()
    {
        using var learner = await WebLearner.Begin(host);
        var page = await learner.Text($"{learner.Address}/bekal");
        var told = int.Parse(System.Text.RegularExpressions.Regex.Match(page, @"simpan|(\d+) KB").Groups[1].Value);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{app.Url}{learner.Address}/bekal") { Headers = { { "Accept-Encoding", "br" } } };
        using var raw = new HttpClient(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.None });
        using var answer = await raw.SendAsync(request);
        var html = (await answer.Content.ReadAsByteArrayAsync()).Length;
        html.ShouldBeLessThan(14 * 1_024);
        told.ShouldBeInRange(html / 1_024, 150);
    }

    private static (string, string)[] Filled(CompiledCourse course, int attempt, int[] read) =>
        [("attempt", $"{attempt}"), .. read.Select(n => ("read", $"{n}")), .. course.Quiz.Questions.Select(q => ($"option-{q.Id}", $"{q.RightPlace()}"))];

    private async Task<string> Send(WebLearner learner, params (string Name, string Value)[] fields)
    {
        using var browser = new HttpClient { BaseAddress = new(app.Url) };
        using var answer = await browser.PostAsync($"{learner.Address}/bekal", new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));
        answer.IsSuccessStatusCode.ShouldBeTrue();
        return await answer.Content.ReadAsStringAsync();
    }
}

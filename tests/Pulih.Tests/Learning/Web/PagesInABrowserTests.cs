using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Pulih.Learning.Contracts;
using Pulih.Learning.Packs;
using Pulih.Learning.Progress;
using Pulih.Learning.Quizzes;
using Pulih.Platform.Accounts;

namespace Pulih.Learning.Web;

public sealed class PagesInABrowserTests(LearningApp host, Chromium chromium) : IClassFixture<LearningApp>
{
    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    public async Task Learners_pages_fit_the_screen_and_can_be_used_by_everybody(int width, ColorScheme scheme)
    {
        using var learner = await WebLearner.Begin(host);
        var question = await learner.TakeAllLessons();
        await learner.Send(question, $"{learner.Address}/kuis", ("option", "0"));
        var page = await chromium.Page(width, scheme: scheme);
        await using var closing = page.Context;
        foreach (var path in new[] { learner.Address, $"{learner.Address}/1", $"{learner.Address}/kuis", "/pelatihan", $"/pelatihan/{learner.Course.Code}" })
        {
            await page.GotoAsync(host.App.Url + path);
            (await Chromium.Complaints(page)).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_lesson_and_a_question_are_done_by_thumb_with_scripting_off()
    {
        using var learner = await WebLearner.Begin(host);
        var page = await chromium.Page(360, scripts: false);
        await using var closing = page.Context;
        await page.GotoAsync(host.App.Url + learner.Address);
        await page.GetByRole(AriaRole.Link, new() { Name = "Lanjut belajar" }).ClickAsync();
        foreach (var lesson in learner.Course.Lessons)
        {
            await page.GetByRole(AriaRole.Heading, new() { Name = lesson.Title }).WaitForAsync();
            await page.Locator("main form button").ClickAsync();
        }

        var first = learner.Course.Quiz.Questions[0];
        await page.GetByRole(AriaRole.Heading, new() { Name = first.Text }).WaitForAsync();
        await page.GetByText(first.Options[first.RightPlace()], new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Kirim jawaban" }).ClickAsync();
        await page.GetByText("Benar!").WaitForAsync();
        (await learner.Progress()).Right.ShouldBe(1);
    }

    [Fact]
    public async Task Every_kind_of_question_is_answered_on_a_phone_without_a_script_of_ours()
    {
        using var learner = await WebLearner.Begin(host, await Published("\n  shuffle: true"));
        await learner.TakeAllLessons();
        var page = await chromium.Page(360);
        await using var closing = page.Context;
        await page.GotoAsync($"{host.App.Url}{learner.Address}/kuis");
        var send = page.GetByRole(AriaRole.Button, new() { Name = "Kirim jawaban" });
        for (var i = 0; i < learner.Course.Quiz.Asks; i++)
        {
            await page.GetByText($"Soal {i + 1} dari 6").WaitForAsync();
            var asked = (await learner.Progress()).OpenQuestion(learner.Course);
            if (asked.Question.Kind is not QuestionKind.Order)
            {
                await send.ClickAsync();
                await page.Locator(".note.bad").WaitForAsync();
                (await Chromium.Complaints(page)).ShouldBeEmpty();
            }

            switch (asked.Question.Kind)
            {
                case QuestionKind.Number:
                case QuestionKind.Text:
                    await page.Locator("[name=answer]").FillAsync(QuizPack.Typed[asked.Question.Id]);
                    break;
                case QuestionKind.Order:
                    for (var place = 0; place < asked.Shown.Count; place++)
                    {
                        await page.GetByLabel(asked.Options[place]).SelectOptionAsync($"{asked.Shown[place] + 1}");
                    }

                    (await Chromium.Complaints(page)).ShouldBeEmpty();
                    break;
                default:
                    foreach (var number in asked.Question.Right.Split(','))
                    {
                        await page.GetByLabel(asked.Question.Options[int.Parse(number) - 1], new() { Exact = true }).CheckAsync();
                    }

                    break;
            }

            await send.ClickAsync();
            await page.GetByText("Benar!").WaitForAsync();
        }

        (await learner.Progress()).CompletedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_quiz_with_a_time_limit_waits_for_the_tap_and_shows_what_is_left()
    {
        using var learner = await WebLearner.Begin(host, await Published("\n  limit: 15\n  attempts: 1"));
        var before = await learner.TakeAllLessons();
        before.ShouldContain("Waktunya 15 menit");
        var first = await learner.Send(before, $"{learner.Address}/kuis");
        first.ShouldContain("sisa 15 menit");
        await host.App.With(db => db.Set<CourseProgress>().Where(p => p.EnrolmentId == learner.Enrolment.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.QuizAt, TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-16))));
        var over = await learner.Send(first, $"{learner.Address}/kuis", ("option", "0"));
        over.ShouldContain("Nilai Bapak/Ibu 0 dari 6");
        over.ShouldContain("Kesempatan mengulang sudah habis");
        (await learner.Progress()).Place.InQuiz(learner.Course).ShouldBeFalse();

        using var trainer = await host.App.SignedIn(Roles.Trainer);
        var progress = await learner.Progress();
        (await trainer.PostAsync($"{GiveAttempt.Address}/{progress.Id}", null)).StatusCode.ShouldBe(System.Net.HttpStatusCode.BadRequest, "a form of ours is needed");
        (await trainer.Submit("/desk/classes/edit", $"{GiveAttempt.Address}/{progress.Id}")).StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        (await learner.Text($"{learner.Address}/kuis")).ShouldContain("Ulangi kuis");
    }

    private Task<CompiledCourse> Published(string rules) => SamplePack.Store(host.App, QuizPack.Source(rules));
}

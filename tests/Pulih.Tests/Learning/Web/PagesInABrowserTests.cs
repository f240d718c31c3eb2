using Microsoft.Playwright;

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
        await page.GetByText(first.Options[first.Correct], new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Kirim jawaban" }).ClickAsync();
        await page.GetByText("Benar!").WaitForAsync();
        (await learner.Progress()).Right.ShouldBe(1);
    }
}

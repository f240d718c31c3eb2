using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Pulih.Learning.Web;

public sealed class PagesInABrowserTests(LearningApp host) : IClassFixture<LearningApp>
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
        using var playwright = await Playwright.CreateAsync();
        await using var chromium = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-quic"] });
        var page = await chromium.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 740 }, Locale = "id-ID", ColorScheme = scheme });
        foreach (var path in new[] { learner.Address, $"{learner.Address}/1", $"{learner.Address}/kuis", "/pelatihan", $"/pelatihan/{learner.Course.Code}" })
        {
            await page.GotoAsync(host.App.Url + path);
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, path);
            (await page.RunAxe()).Violations.Select(v => $"{path} {v.Id}: {v.Nodes[0].Html}").ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_lesson_and_a_question_are_done_by_thumb_with_scripting_off()
    {
        using var learner = await WebLearner.Begin(host);
        using var playwright = await Playwright.CreateAsync();
        await using var chromium = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-quic"] });
        await using var phone = await chromium.NewContextAsync(new() { ViewportSize = new() { Width = 360, Height = 740 }, Locale = "id-ID", JavaScriptEnabled = false });
        var page = await phone.NewPageAsync();
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

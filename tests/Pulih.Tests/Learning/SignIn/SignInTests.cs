using System.Text.RegularExpressions;
using Pulih.Learning.Web;

namespace Pulih.Learning.SignIn;

public sealed partial class SignInTests(LearningApp host) : IClassFixture<LearningApp>
{
    private readonly App app = host.App;

    [Fact]
    public async Task Sending_the_code_from_WhatsApp_opens_the_lessons_in_the_browser_that_asked()
    {
        using var learner = await WebLearner.Begin(host);
        using var browser = new HttpClient { BaseAddress = new(app.Url) };
        var code = await Ask(browser);
        (await browser.GetStringAsync("/belajar")).ShouldContain($"MASUK {code}");

        var phone = app.Phone(learner.Number);
        await phone.SendText($"masuk {code}");
        (await phone.Answer()).Text.ShouldStartWith("Kodenya sudah kami terima");
        await app.Quiet();

        using var opened = await browser.GetAsync("/belajar");
        opened.RequestMessage!.RequestUri!.AbsolutePath.ShouldStartWith("/belajar/");
        (await opened.Content.ReadAsStringAsync()).ShouldContain(learner.Course.Title);
        (await browser.GetStringAsync("/belajar")).ShouldContain("Minta kode", customMessage: "a code opens once");
    }

    [Fact]
    public async Task A_code_without_the_browser_that_asked_for_it_opens_nothing()
    {
        using var learner = await WebLearner.Begin(host);
        using var asking = new HttpClient { BaseAddress = new(app.Url) };
        using var other = new HttpClient { BaseAddress = new(app.Url) };
        var code = await Ask(asking);
        await app.Phone(learner.Number).SendText($"MASUK {code}");
        await app.Quiet();
        other.DefaultRequestHeaders.Add("Cookie", $"belajar=AAAAAAAAAAAAAAAAAAAAAA.{code}");
        (await other.GetStringAsync("/belajar")).ShouldContain("Minta kode");
    }

    [Fact]
    public async Task A_code_leaves_the_open_conversation_as_it_was()
    {
        using var learner = await WebLearner.Begin(host);
        var phone = app.Phone(learner.Number);
        await phone.SendText("halo");
        var open = await phone.Answer();
        await phone.SendText("MASUK 123456");
        await phone.Answer();
        await phone.SendText("xyzzy");
        (await phone.Answer()).Replies.Select(b => b.Title).ShouldBe(open.Replies.Select(b => b.Title));
    }

    private static async Task<string> Ask(HttpClient browser)
    {
        var page = await browser.GetStringAsync("/belajar");
        var token = Antiforgery().Match(page).Groups[1].Value;
        using var answer = await browser.PostAsync("/belajar", new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]));
        return Code().Match(await answer.Content.ReadAsStringAsync()).Groups[1].Value;
    }

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Antiforgery();

    [GeneratedRegex("MASUK ([0-9]{6})")]
    private static partial Regex Code();
}

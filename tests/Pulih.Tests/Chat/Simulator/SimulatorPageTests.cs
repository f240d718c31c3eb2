using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Pulih.Chat.Simulator;

public sealed partial class SimulatorPageTests(SimulatorApp shared) : IClassFixture<SimulatorApp>
{
    [Fact]
    public async Task Outside_Demo_the_simulator_has_no_address()
    {
        await using var app = await App.Start();
        Routes(app).ShouldNotContain("simulator");
        using var visitor = new Visitor(shared.App);
        Routes(visitor.App).ShouldContain("simulator");
    }

    [Fact]
    public async Task Without_a_script_a_typed_message_and_its_answer_stand_on_the_page_that_comes_back()
    {
        using var visitor = new Visitor(shared.App);
        await visitor.Open();
        var html = await visitor.Say("halo pulih");
        html.ShouldContain(">halo pulih</span>");
        html.ShouldContain(">1: Text halo pulih</span>");
        html.ShouldContain(">Satu</button>");
    }

    [Fact]
    public async Task A_tap_on_a_bubbles_button_reaches_the_dialogue_as_that_button()
    {
        using var visitor = new Visitor(shared.App);
        await visitor.Open();
        var asked = await visitor.Say("halo");
        var tap = WebUtility.HtmlDecode(Tap().Match(asked).Groups[1].Value);
        var html = await visitor.Post("tap", ("phone", visitor.Phone), ("Phones", visitor.Phone), ("tap", tap));
        html.ShouldContain(">2: Tap Satu one</span>");
        using var foreign = await visitor.PostRaw("tap", ("phone", visitor.Other), ("tap", tap));
        foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Whatever_is_typed_is_shown_harmlessly()
    {
        using var visitor = new Visitor(shared.App);
        await visitor.Open();
        var html = await visitor.Say("<script>alert(1)</script> \"=cmd\" *tebal*");
        html.ShouldNotContain("<script>alert");
        html.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;");
        html.ShouldContain("<strong>tebal</strong>");
    }

    [Fact]
    public async Task A_message_without_the_pages_token_is_refused()
    {
        using var visitor = new Visitor(shared.App);
        using var answer = await visitor.PostRaw("say", ("phone", visitor.Phone), ("say", "halo"));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        visitor.Meta.Phone(visitor.Phone).Chat.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_script_hears_of_a_change_at_once_and_of_none_as_not_modified()
    {
        using var visitor = new Visitor(shared.App);
        await visitor.Open();
        await visitor.Say("halo");
        await visitor.Meta.Idle();
        var (status, version, html) = await visitor.Poll(null);
        status.ShouldBe(HttpStatusCode.OK);
        html.ShouldStartWith("<li", Case.Sensitive);
        html.ShouldContain("1: Text halo");
        await visitor.Meta.Idle();
        (_, version, _) = await visitor.Poll(null);
        var waiting = visitor.Poll(version);
        await Task.Delay(100);
        waiting.IsCompleted.ShouldBeFalse();
        await visitor.Meta.Phone(visitor.Phone).SendText("lagi dong");
        var (_, _, changed) = await waiting.WaitAsync(TimeSpan.FromSeconds(5));
        changed.ShouldContain("lagi dong");
    }

    [Fact]
    public async Task Two_phones_stand_side_by_side_and_keep_apart()
    {
        using var visitor = new Visitor(shared.App);
        await visitor.Open();
        await visitor.Say("dari siti");
        await visitor.Say("dari budi", visitor.Other);
        var html = await visitor.Open($"?phones={visitor.Phone},{visitor.Other}");
        var budi = html.IndexOf($"data-number=\"{visitor.Other}\"", StringComparison.Ordinal);
        html[..budi].ShouldContain("dari siti");
        html[..budi].ShouldNotContain("dari budi");
        html[budi..].ShouldContain("dari budi");
    }

    [Theory]
    [InlineData("0800-1234567", "628001234567")]
    [InlineData("628001234567", "628001234567")]
    [InlineData("081234567890", null)]
    [InlineData("62800123456789", null)]
    [InlineData("abc", null)]
    public async Task An_invented_person_gets_only_a_number_that_is_nobodys(string typed, string? number)
    {
        using var visitor = new Visitor(shared.App);
        await visitor.Open();
        var html = await visitor.Post("add", ("NewName", "Ibu Rekaan"), ("NewNumber", typed));
        if (number is null)
        {
            html.ShouldContain("aria-invalid");
            return;
        }

        html.ShouldContain($"data-number=\"{number}\"");
        html.ShouldContain("HP Ibu Rekaan");
    }

    [Fact]
    public async Task An_entry_link_fills_the_typing_field()
    {
        using var visitor = new Visitor(shared.App);
        (await visitor.Open($"?phones={visitor.Phone}&text=Halo%20(kode%20FBPAGE1)")).ShouldContain("value=\"Halo (kode FBPAGE1)\"");
    }

    [Fact]
    public async Task Looking_at_a_phone_reads_it_and_the_business_is_told()
    {
        using var visitor = new Visitor(shared.App);
        await visitor.Open();
        await visitor.Say("halo");
        await visitor.Meta.Idle();
        visitor.Meta.Phone(visitor.Phone).Chat[1].State.ShouldBe(global::FakeMeta.People.ChatState.Read);
    }

    private static IEnumerable<string?> Routes(App app) =>
        app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(e => e.RoutePattern.RawText);

    [GeneratedRegex("name=\"tap\" value=\"([^\"]+)\"")]
    private static partial Regex Tap();
}

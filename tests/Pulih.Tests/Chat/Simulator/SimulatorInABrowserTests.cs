using Microsoft.Playwright;

namespace Pulih.Chat.Simulator;

public sealed class SimulatorInABrowserTests(SimulatorApp shared, Chromium chromium) : IClassFixture<SimulatorApp>
{
    [Fact]
    public async Task With_its_script_answers_appear_without_a_reload_and_taps_are_answered()
    {
        using var visitor = new Visitor(shared.App);
        var page = await chromium.Page(360);
        await using var closing = page.Context;
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.AddRange(message.Type == "error" ? [message.Text] : []);
        await page.GotoAsync(visitor.Url);
        await page.EvaluateAsync("window.stayed = true");

        await page.GetByPlaceholder("Ketik pesan").FillAsync("halo *pulih*");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("1: Text halo").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Dua" }).ClickAsync();
        await page.GetByText("2: Tap Dua two").WaitForAsync();

        (await page.EvaluateAsync<bool>("window.stayed === true")).ShouldBeTrue();
        (await page.Locator(".bubble").Last.IsVisibleAsync()).ShouldBeTrue();
        complaints.ShouldBeEmpty();
        (await Chromium.Complaints(page)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_list_stays_open_while_other_messages_come_and_its_row_can_be_chosen()
    {
        using var visitor = new Visitor(shared.App);
        var page = await chromium.Page(1280);
        await using var closing = page.Context;
        var phone = visitor.Meta.Phone(visitor.Phone, "Siti (contoh)");
        await phone.SendText("halo");
        await page.GotoAsync(visitor.Url);
        await page.GetByText("1: Text halo").WaitForAsync();
        await visitor.SendAsBusiness("""{"type":"list","body":{"text":"Jualannya apa?"},"action":{"button":"Pilih jenis","sections":[{"rows":[{"id":"registration:s1","title":"Makanan"},{"id":"registration:s2","title":"Minuman","description":"Kopi, jus, jamu"}]}]}}""");

        await page.GetByText("Pilih jenis").ClickAsync();
        await phone.SendText("sambil menunggu");
        await page.GetByText("2: Text sambil menunggu").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Minuman Kopi, jus, jamu" }).ClickAsync();
        await page.GetByText("3: Tap Minuman s2").WaitForAsync();
    }

    [Fact]
    public async Task With_scripting_off_the_newest_answer_is_in_sight_after_sending()
    {
        using var visitor = new Visitor(shared.App);
        var page = await chromium.Page(360, scripts: false);
        await using var closing = page.Context;
        await page.GotoAsync(visitor.Url);
        for (var i = 1; i <= 4; i++)
        {
            await page.GetByPlaceholder("Ketik pesan").FillAsync("pesan " + i);
            await page.GetByRole(AriaRole.Button, new() { Name = "Kirim" }).ClickAsync();
            await Answered(page, $"{i}: Text pesan {i}");
        }

        var box = (await page.GetByText("4: Text pesan 4").BoundingBoxAsync())!;
        box.Y.ShouldBeInRange(0, 740 - box.Height);
        await page.GetByRole(AriaRole.Button, new() { Name = "Satu" }).Last.ClickAsync();
        await Answered(page, "5: Tap Satu one");
    }

    /// <summary>Where an answer takes longer than the page waits for it, the person looks again.</summary>
    private static async Task Answered(IPage page, string answer)
    {
        var shown = page.GetByText(answer);
        var again = page.GetByRole(AriaRole.Button, new() { Name = "Sudah ada jawaban?" });
        await shown.Or(again).First.WaitForAsync();
        while (!await shown.IsVisibleAsync())
        {
            await again.ClickAsync();
            await shown.Or(again).First.WaitForAsync();
        }
    }
}

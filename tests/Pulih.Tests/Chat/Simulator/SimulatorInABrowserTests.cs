using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Pulih.Chat.Simulator;

public sealed class SimulatorInABrowserTests
{
    [Fact]
    public async Task With_its_script_answers_appear_without_a_reload_and_taps_are_answered()
    {
        await using var visitor = await Visitor.Start();
        using var playwright = await Playwright.CreateAsync();
        await using var chromium = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-quic"] });
        var page = await chromium.NewPageAsync(new() { ViewportSize = new() { Width = 360, Height = 740 }, Locale = "id-ID" });
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.AddRange(message.Type == "error" ? [message.Text] : []);
        await page.GotoAsync(visitor.App.Url + "/simulator");
        await page.EvaluateAsync("window.stayed = true");

        await page.GetByPlaceholder("Ketik pesan").FillAsync("halo *pulih*");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("1: Text halo").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Dua" }).ClickAsync();
        await page.GetByText("2: Tap Dua two").WaitForAsync();

        (await page.EvaluateAsync<bool>("window.stayed === true")).ShouldBeTrue();
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= 360")).ShouldBeTrue();
        (await page.Locator(".bubble").Last.IsVisibleAsync()).ShouldBeTrue();
        complaints.ShouldBeEmpty();
        (await page.RunAxe()).Violations.Select(v => $"{v.Id}: {v.Nodes[0].Html}").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_list_stays_open_while_other_messages_come_and_its_row_can_be_chosen()
    {
        await using var visitor = await Visitor.Start();
        using var playwright = await Playwright.CreateAsync();
        await using var chromium = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-quic"] });
        var page = await chromium.NewPageAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 }, Locale = "id-ID" });
        var phone = visitor.Meta.Phone(Visitor.Siti, "Siti Contoh");
        await phone.SendText("halo");
        await page.GotoAsync(visitor.App.Url + "/simulator");
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
        await using var visitor = await Visitor.Start();
        using var playwright = await Playwright.CreateAsync();
        await using var chromium = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-quic"] });
        var page = await chromium.NewPageAsync(new() { ViewportSize = new() { Width = 360, Height = 740 }, Locale = "id-ID", JavaScriptEnabled = false });
        await page.GotoAsync(visitor.App.Url + "/simulator");
        for (var i = 1; i <= 4; i++)
        {
            await page.GetByPlaceholder("Ketik pesan").FillAsync("pesan " + i);
            await page.GetByRole(AriaRole.Button, new() { Name = "Kirim" }).ClickAsync();
            await page.GetByText($"{i}: Text pesan {i}").WaitForAsync();
        }

        var box = (await page.GetByText("4: Text pesan 4").BoundingBoxAsync())!;
        box.Y.ShouldBeInRange(0, 740 - box.Height);
        await page.GetByRole(AriaRole.Button, new() { Name = "Satu" }).Last.ClickAsync();
        await page.GetByText("5: Tap Satu one").WaitForAsync();
    }
}

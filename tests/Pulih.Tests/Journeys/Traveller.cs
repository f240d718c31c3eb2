using Microsoft.Playwright;

namespace Pulih.Journeys;

/// <summary>A person with a browser, who looks at each page also as somebody who cannot see it would.</summary>
internal sealed class Traveller(IPage page, string url) : IAsyncDisposable
{
    public IPage Page => page;

    public static async Task<Traveller> With(Chromium chromium, string url, int width, bool scripts) => new(await chromium.Page(width, scripts), url);

    public async Task Go(string path)
    {
        (await page.GotoAsync(url + path))!.Ok.ShouldBeTrue(path);
        await Look();
    }

    /// <summary>No page has anything against it; axe needs scripts, so without them only the width is looked at elsewhere.</summary>
    public async Task Look()
    {
        if (await Scripts())
        {
            (await Chromium.Complaints(page)).ShouldBeEmpty();
        }
    }

    /// <summary>Writes into the simulator's phone; written again where the page was drawn anew under the hand.</summary>
    public async Task Say(string words)
    {
        var own = page.Locator(".bubble.mine", new() { HasText = words });
        for (var tries = 0; await own.CountAsync() == 0; tries++)
        {
            (tries < 5).ShouldBeTrue($"'{words}' is not sent");
            await page.Locator(".say [name=say]").FillAsync(words);
            await page.Keyboard.PressAsync("Enter");
            for (var wait = 0; wait < 50 && await own.CountAsync() == 0; wait++)
            {
                await page.WaitForTimeoutAsync(100);
            }
        }
    }

    /// <summary>The newest bubble that is not one's own and has not been seen yet; gives its place in the chat.</summary>
    public async Task<(int Seen, ILocator Bubble)> Next(int seen)
    {
        var theirs = page.Locator(".bubble:not(.mine):not(.typing)");
        for (var tries = 0; await theirs.CountAsync() <= seen; tries++)
        {
            (tries < 300).ShouldBeTrue($"no answer after bubble {seen}");
            await page.WaitForTimeoutAsync(100);
            if (tries % 50 == 49)
            {
                await page.ReloadAsync();
            }
        }

        return (await theirs.CountAsync(), theirs.Last);
    }

    public ValueTask DisposeAsync() => page.Context.DisposeAsync();

    private async Task<bool> Scripts() => await page.EvaluateAsync<bool>("matchMedia('(scripting: enabled)').matches");
}

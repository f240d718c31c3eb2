using Deque.AxeCore.Commons;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Pulih.Chromium))]

namespace Pulih;

/// <summary>One browser for the whole run, started when the first page is opened; each page has cookies of its own.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();
    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> running = new(Launch);

    /// <summary>A page of an Indonesian visitor. Whoever asked for it disposes its context: a page left open goes on asking the product.</summary>
    public async Task<IPage> Page(int width, bool scripts = true, ColorScheme scheme = ColorScheme.Light)
    {
        var (_, browser) = await running.Value;
        var page = await browser.NewPageAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 740 }, Locale = "id-ID", JavaScriptEnabled = scripts, ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce,
        });
        page.SetDefaultTimeout(60_000);
        return page;
    }

    /// <summary>
    /// What somebody who cannot see the page well, or sees it on a small screen, has against it: every complaint of axe,
    /// and the page being wider than the screen. Needs scripts.
    /// </summary>
    public static async Task<string[]> Complaints(IPage page)
    {
        await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>("""
            axe.run().then(found => [
              ...found.violations.map(v => `${location.pathname} ${v.id}: ${v.nodes[0].html}`),
              ...(document.documentElement.scrollWidth > innerWidth ? [`${location.pathname} is ${document.documentElement.scrollWidth} wide`] : []),
            ])
            """);
    }

    public async ValueTask DisposeAsync()
    {
        if (running.IsValueCreated)
        {
            var (playwright, browser) = await running.Value;
            await browser.DisposeAsync();
            playwright.Dispose();
        }
    }

    private static async Task<(IPlaywright Playwright, IBrowser Browser)> Launch()
    {
        var playwright = await Playwright.CreateAsync();
        return (playwright, await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        }));
    }
}

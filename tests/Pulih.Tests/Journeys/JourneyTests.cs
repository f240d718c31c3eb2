using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Pulih.Learning;
using Pulih.Learning.Contracts;

namespace Pulih.Journeys;

/// <summary>The demo as a visitor meets it: on the simulator and on the pages, in a real browser.</summary>
[Collection(nameof(Drills.KillDrillTests))]
[Trait("kind", "journey")]
public sealed partial class JourneyTests(Chromium chromium) : IAsyncLifetime
{
    private const string Programme = "umkm-pulih-2026";

    private App app = null!;

    public async ValueTask InitializeAsync() => app = await App.Start(settings: ["--Demo=true", "--Channels:WhatsApp:GraphUrl="]);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task From_a_greeting_on_the_phone_to_a_certificate_that_opens_and_an_officer_who_finds_the_owner_and_raises_the_target()
    {
        await using var owner = await Traveller.With(chromium, app.Url, 360, scripts: true);
        await OpenNewPhone(owner);
        var code = await Learn(owner, stopAtFirstLesson: false);
        await owner.Go($"/certificates/{code}");
        (await owner.Page.Locator("main").InnerTextAsync()).ShouldContain("Ratna");
        await owner.Go($"/programmes/{Programme}");

        await using var officer = await Traveller.With(chromium, app.Url, 1280, scripts: true);
        await officer.Go("/masuk");
        await officer.Page.Locator("button[name=role][value=programme-officer]").ClickAsync();
        await officer.Go($"/desk/programmes/{Programme}/target");
        await officer.Page.Locator("[name=Target]").FillAsync("120000");
        await officer.Page.Locator("[name=Reason]").FillAsync("Pendaftaran lebih cepat dari perkiraan");
        await officer.Page.Locator("main form .button").First.ClickAsync();
        await officer.Page.WaitForURLAsync(url => !url.EndsWith("/target", StringComparison.Ordinal));

        // The public page is kept for three seconds, and somebody looked at it just now.
        await Eventually.Holds(async () =>
        {
            await officer.Go($"/programmes/{Programme}");
            return await officer.Page.GetByText("120.000").First.IsVisibleAsync();
        });
        await officer.Go("/peserta?cari=ratna");
        await officer.Page.GetByRole(AriaRole.Link, new() { Name = "Ratna" }).First.ClickAsync();
        await officer.Page.WaitForURLAsync(u => Regex.IsMatch(u, "/peserta/[0-9a-f-]{36}"));
        await officer.Look();
    }

    [Fact]
    public async Task With_scripting_off_an_owner_registers_on_the_phone_and_completes_the_course_on_the_web()
    {
        await using var owner = await Traveller.With(chromium, app.Url, 360, scripts: false);
        await OpenNewPhone(owner);
        var path = await Learn(owner, stopAtFirstLesson: true);
        await owner.Go(path);
        await owner.Page.GetByRole(AriaRole.Link, new() { Name = "Lanjut belajar" }).ClickAsync();
        while (!owner.Page.Url.EndsWith("/kuis", StringComparison.Ordinal))
        {
            await owner.Page.Locator("main form button").ClickAsync();
        }

        foreach (var question in Course.Quiz.Questions)
        {
            await owner.Page.GetByRole(AriaRole.Heading, new() { Name = question.Text }).WaitForAsync();
            await owner.Page.GetByText(question.Options[question.RightPlace()], new() { Exact = true }).ClickAsync();
            await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Kirim jawaban" }).ClickAsync();
        }

        await owner.Page.GetByText("6 dari 6").First.WaitForAsync();
        await owner.Go("/simulator?phones=628000009001");
        for (var tries = 0; await owner.Page.Locator(".bubble", new() { HasText = "/certificates/" }).CountAsync() == 0; tries++)
        {
            (tries < 60).ShouldBeTrue("the certificate comes into the chat");
            await Task.Delay(500);
            await owner.Page.ReloadAsync();
        }
    }

    [Fact]
    public async Task Without_WhatsApp_and_scripting_an_owner_registers_on_the_light_page_and_is_in_the_first_lesson()
    {
        await using var owner = await Traveller.With(chromium, app.Url, 360, scripts: false);
        await owner.Go($"/programmes/{Programme}");
        await owner.Page.GetByRole(AriaRole.Link, new() { Name = "Daftar di sini" }).ClickAsync();
        foreach (var (field, text) in ((string, string)[])[("Name", "Bu Endang"), ("Business", "Gethuk Endang"), ("Sold", "gethuk"), ("Place", "Bandung")])
        {
            await owner.Page.Locator($"[name='Form.{field}']").FillAsync(text);
        }

        await owner.Page.Locator("[name='Form.Agreed']").CheckAsync();
        await owner.Page.Locator("main form .button").ClickAsync();
        await owner.Look();
        await owner.Page.Locator("[name='Form.Region']").SelectOptionAsync("32.73");
        await owner.Page.Locator("main form .button").ClickAsync();
        await owner.Page.GetByRole(AriaRole.Link, new() { Name = "Lanjut belajar" }).ClickAsync();
        await owner.Page.GetByRole(AriaRole.Heading, new() { Name = "Pelajaran 1" }).Or(owner.Page.Locator("main form button")).First.WaitForAsync();
        await owner.Look();
    }

    private CompiledCourse Course => app.Services.GetRequiredService<ICourses>().Find("jualan-lewat-whatsapp")!;

    private static async Task OpenNewPhone(Traveller owner)
    {
        await owner.Go("/simulator");
        await owner.Page.Locator("[name=NewName]").FillAsync("Bu Ratna");
        await owner.Page.Locator("[name=NewNumber]").FillAsync("628000009001");
        await owner.Page.Locator("form[action*=add] .button, form:has([name=NewName]) .button").First.ClickAsync();
        await owner.Page.WaitForURLAsync(u => u.Contains("628000009001", StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.DOMContentLoaded, Timeout = 60_000 });
    }

    /// <summary>Registers, and learns until the certificate has come (its code is given) or only to the first lesson (the personal link's path is).</summary>
    private async Task<string> Learn(Traveller owner, bool stopAtFirstLesson)
    {
        await owner.Say("Halo, saya mau ikut pelatihan");
        for (var seen = 0; ;)
        {
            (seen, var bubble) = await owner.Next(seen);
            var text = await bubble.InnerTextAsync();
            if (Personal().Match(text) is { Success: true } link)
            {
                return link.Value;
            }

            if (Certificate().Match(text) is { Success: true } certificate)
            {
                return certificate.Groups[1].Value;
            }

            if (text.Contains("sudah selesai", StringComparison.Ordinal))
            {
                continue; // The certificate follows by itself.
            }

            await React(owner, bubble, text, stopAtFirstLesson);
        }
    }

    private Task React(Traveller owner, ILocator bubble, string text, bool stopAtFirstLesson)
    {
        var asked = Course.Quiz.Questions.FirstOrDefault(q => text.Contains(q.Text, StringComparison.Ordinal));
        return asked is not null ? Tap(asked.Options[asked.RightPlace()])
            : stopAtFirstLesson && text.Contains("Pelajaran 1", StringComparison.Ordinal) ? owner.Say("web")
            : text.Contains("Setuju", StringComparison.Ordinal) ? Tap("Setuju")
            : text.Contains("Apa nama usaha", StringComparison.Ordinal) ? owner.Say("Keripik Ratna")
            : text.Contains("Siapa nama", StringComparison.Ordinal) ? owner.Say("Bu Ratna")
            : text.Contains("jualan apa", StringComparison.Ordinal) ? owner.Say("keripik pisang")
            : text.Contains("kecamatan dan kabupaten", StringComparison.Ordinal) ? owner.Say("Pare, Kediri")
            : bubble.Locator("button").First.ClickAsync();

        Task Tap(string title) => bubble.GetByRole(AriaRole.Button, new() { Name = title, Exact = true }).ClickAsync();
    }

    [GeneratedRegex("/belajar/[A-Za-z0-9_-]+")]
    private static partial Regex Personal();

    [GeneratedRegex("/certificates/([0-9A-Z]{20,})")]
    private static partial Regex Certificate();
}

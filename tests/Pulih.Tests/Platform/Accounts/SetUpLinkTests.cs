using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Pulih.Platform.Commands;

namespace Pulih.Platform.Accounts;

public sealed partial class SetUpLinkTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 2, 3, 0, 0, TimeSpan.Zero));
    private App app = null!;

    public async ValueTask InitializeAsync() => app = await App.Start(clock);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_verb_owner_prints_a_link_by_which_the_first_account_is_set_up_once()
    {
        var (code, printed) = await Owner();
        code.ShouldBe(0);
        var path = new Uri(printed.Trim()).AbsolutePath;

        using var browser = app.Browser();
        using var made = await browser.Submit(path, path, ("Name", "Pemilik (contoh)"), ("Email", "pemilik@contoh.invalid"), ("Password", Staff.Password));
        made.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.GetAsync("/akun")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await app.Browser().GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await app.Browser().SignIn("pemilik@contoh.invalid", Staff.Password)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Owner()).Code.ShouldBe(1, "there is an owner now");
    }

    [Fact]
    public async Task An_owner_makes_an_account_whose_link_closes_after_72_hours_and_is_stored_only_as_a_hash()
    {
        using var owner = await app.SignedIn(Roles.Owner);
        using var answer = await owner.Submit("/akun", "/akun", ("Input.Name", "Petugas baru (contoh)"), ("Input.Email", "baru@contoh.invalid"), ("Input.Role", Roles.ProgrammeOfficer));
        var token = Link().Match(await answer.Content.ReadAsStringAsync()).Groups[1].Value;
        token.Length.ShouldBe(22, "128 bits");
        (await app.With(db => db.Set<Account>().Where(a => a.Email == "baru@contoh.invalid").Select(a => a.LinkHash).SingleAsync())).ShouldBe(Account.HashOf(token));

        clock.Advance(TimeSpan.FromHours(71));
        (await app.Browser().GetAsync("/akun/siap/" + token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        clock.Advance(TimeSpan.FromHours(2));
        (await app.Browser().GetAsync("/akun/siap/" + token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_password_of_eleven_characters_is_refused_and_the_link_stays_open()
    {
        var (_, printed) = await Owner();
        var path = new Uri(printed.Trim()).AbsolutePath;
        using var browser = app.Browser();
        using var answer = await browser.Submit(path, path, ("Name", "Pemilik (contoh)"), ("Email", "pemilik@contoh.invalid"), ("Password", "sandi pende"));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("paling sedikit 12");
        (await browser.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_partners_officer_cannot_be_made_without_a_partner()
    {
        using var owner = await app.SignedIn(Roles.Owner);
        using var answer = await owner.Submit("/akun", "/akun", ("Input.Name", "Petugas mitra (contoh)"), ("Input.Email", "mitra@contoh.invalid"), ("Input.Role", Roles.PartnerOfficer));
        (await answer.Content.ReadAsStringAsync()).ShouldContain("perlu dipilihkan mitranya");
        (await app.With(db => db.Set<Account>().CountAsync(a => a.Email == "mitra@contoh.invalid"))).ShouldBe(0);
    }

    [Fact]
    public async Task Without_the_demo_nobody_signs_in_by_one_click()
    {
        await app.Change(db => db.Add(Account.New("owner@contoh.invalid", "Pemilik (contoh)", Roles.Owner, null, clock)));
        using var browser = app.Browser();
        using var answer = await browser.Submit("/masuk", "/masuk?handler=Demo", ("role", "owner"));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<(int Code, string Printed)> Owner()
    {
        var console = Console.Out;
        using var printed = new StringWriter();
        Console.SetOut(printed);
        try
        {
            return (await app.Services.GetServices<IVerb>().Select(v => v.Build()).Single(c => c.Name == "owner").Parse([]).InvokeAsync(), printed.ToString());
        }
        finally
        {
            Console.SetOut(console);
        }
    }

    [GeneratedRegex("/akun/siap/([A-Za-z0-9_-]+)")]
    private static partial Regex Link();
}

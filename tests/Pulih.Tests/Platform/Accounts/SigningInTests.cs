using System.Net;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Pulih.Platform.Accounts.Signing;

namespace Pulih.Platform.Accounts;

public sealed class SigningInTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 2, 3, 0, 0, TimeSpan.Zero));
    private App app = null!;

    public async ValueTask InitializeAsync() => app = await App.Start(clock);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Address_and_password_open_the_desk_and_a_visitor_is_led_to_the_door_and_back()
    {
        var account = await app.Account(Roles.Owner);
        using var browser = app.Browser();
        using var refused = await browser.GetAsync("/pesan-keluar?keadaan=Failed");
        refused.Headers.Location!.PathAndQuery.ShouldBe("/masuk?kembali=%2Fpesan-keluar%3Fkeadaan%3DFailed");

        using var answer = await browser.Submit(refused.Headers.Location.PathAndQuery, "/masuk", ("Email", account.Email!.ToUpperInvariant()), ("Password", Staff.Password), ("kembali", "/pesan-keluar?keadaan=Failed"));
        answer.Headers.Location!.OriginalString.ShouldBe("/pesan-keluar?keadaan=Failed");
        (await browser.GetAsync("/pesan-keluar")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org")]
    [InlineData("/\\example.org")]
    public async Task Signing_in_never_leads_to_another_site(string back)
    {
        var account = await app.Account(Roles.Owner);
        using var browser = app.Browser();
        using var answer = await browser.Submit("/masuk", "/masuk", ("Email", account.Email!), ("Password", Staff.Password), ("kembali", back));
        answer.Headers.Location!.OriginalString.ShouldBe("/meja");
    }

    [Fact]
    public async Task An_unknown_address_and_a_wrong_password_get_the_same_answer()
    {
        var account = await app.Account(Roles.Auditor);
        using var browser = app.Browser();
        using var wrong = await browser.SignIn(account.Email!, "bukan sandi yang benar");
        using var unknown = await browser.SignIn("tidak-ada@contoh.invalid", "bukan sandi yang benar");
        Shown(await wrong.Content.ReadAsStringAsync()).ShouldBe(Shown(await unknown.Content.ReadAsStringAsync()));
        unknown.StatusCode.ShouldBe(wrong.StatusCode);

        static string Shown(string html) => html.Split("role=\"alert\"")[1].Split("</ul>")[0];
    }

    [Fact]
    public async Task The_eleventh_try_within_fifteen_minutes_is_refused_even_with_the_right_password_and_later_it_works()
    {
        var account = await app.Account(Roles.Auditor);
        using var browser = app.Browser();
        for (var i = 0; i < LimitTries.Most; i++)
        {
            (await browser.SignIn(account.Email!, "bukan sandi yang benar")).Dispose();
        }

        using var early = await app.Browser().SignIn(account.Email!, Staff.Password);
        early.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await early.Content.ReadAsStringAsync()).ShouldContain("terlalu sering");
        clock.Advance(LimitTries.Wait);
        using var later = await browser.SignIn(account.Email!, Staff.Password);
        later.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Strangers_who_guess_cannot_keep_the_owner_of_an_account_out_of_their_own_browser()
    {
        var account = await app.Account(Roles.Owner);
        using var own = app.Browser();
        (await own.SignIn(account.Email!, Staff.Password)).Dispose();
        using var stranger = app.Browser();
        for (var i = 0; i <= LimitTries.Most; i++)
        {
            (await stranger.SignIn(account.Email!, "bukan sandi yang benar")).Dispose();
        }

        using var answer = await own.SignIn(account.Email!, Staff.Password);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Signing_out_ends_a_copied_cookie_too()
    {
        var account = await app.Account(Roles.Owner);
        using var browser = app.Browser();
        using var signed = await browser.SignIn(account.Email!, Staff.Password);
        var copied = signed.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("pulih=", StringComparison.Ordinal));
        copied.ShouldContain("httponly");
        copied.ShouldContain("samesite=lax");
        (await Status(copied)).ShouldBe(HttpStatusCode.OK);

        (await browser.Submit("/meja", "/keluar")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Status(copied)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_new_role_ends_the_sessions_of_the_old_one()
    {
        var account = await app.Account(Roles.Owner);
        using var changed = app.Browser();
        (await changed.SignIn(account.Email!, Staff.Password)).Dispose();
        using var owner = await app.SignedIn(Roles.Owner);

        using var answer = await owner.Submit($"/akun/{account.Id}", $"/akun/{account.Id}", ("Input.Role", Roles.Auditor));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var after = await changed.GetAsync("/akun");
        after.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.Reload(account)).Role.ShouldBe(Roles.Auditor);
    }

    [Fact]
    public async Task A_form_without_its_token_or_with_somebody_elses_is_refused()
    {
        var account = await app.Account(Roles.Owner);
        using var browser = app.Browser();
        var fields = new Dictionary<string, string> { ["Email"] = account.Email!, ["Password"] = Staff.Password };
        using var without = await browser.PostAsync("/masuk", new FormUrlEncodedContent(fields));
        without.StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        using var owner = await app.SignedIn(Roles.Owner);
        using var unsigned = await owner.PostAsync("/keluar", new FormUrlEncodedContent([]));
        unsigned.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await owner.GetAsync("/meja")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_keys_of_cookies_lie_in_the_database_only_under_the_master_key()
    {
        using var owner = await app.SignedIn(Roles.Owner);
        var keys = await app.With(db => db.Set<DataProtectionKey>().ToListAsync());
        keys.ShouldNotBeEmpty();
        foreach (var key in keys)
        {
            key.Xml!.ShouldContain("<sealed");
            key.Xml!.ShouldNotContain("<masterKey");
        }
    }

    private async Task<HttpStatusCode> Status(string setCookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/akun") { Headers = { { "Cookie", setCookie.Split(';')[0] } } };
        using var answer = await app.Http.SendAsync(request);
        return answer.StatusCode;
    }
}

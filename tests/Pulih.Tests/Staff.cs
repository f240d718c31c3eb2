using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Pulih.Platform.Accounts;

namespace Pulih;

/// <summary>Members of staff at the desk: browsers that keep cookies, run no script and follow no redirect.</summary>
internal static partial class Staff
{
    public const string Password = "sandi yang cukup panjang";

    // Hashing is slow on purpose; once is enough for all who share the password.
    private static readonly string Hash = new PasswordHasher<Account>().HashPassword(null!, Password);

    /// <summary>A browser without a session.</summary>
    public static HttpClient Browser(this App app) =>
        new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new(app.Url), DefaultRequestHeaders = { { "Accept", "text/html" } } };

    /// <summary>A member of staff who signed in by address and password.</summary>
    public static async Task<HttpClient> SignedIn(this App app, string role, Guid? partner = null)
    {
        var account = await app.Account(role, partner);
        var browser = app.Browser();
        using var answer = await browser.SignIn(account.Email!, Password);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return browser;
    }

    /// <summary>An account with <see cref="Password"/>.</summary>
    public static async Task<Account> Account(this App app, string role, Guid? partner = null)
    {
        var account = Platform.Accounts.Account.New($"{Guid.CreateVersion7():N}@contoh.invalid", $"Petugas {role} (contoh)", role, partner, app.Services.GetRequiredService<TimeProvider>());
        account.PasswordHash = Hash;
        await app.Change(db => db.Add(account));
        return account;
    }

    public static Task<Account> Reload(this App app, Account account) => app.With(db => db.Set<Account>().SingleAsync(a => a.Id == account.Id));

    public static Task<HttpResponseMessage> SignIn(this HttpClient browser, string email, string password) =>
        browser.Submit("/masuk", "/masuk", ("Email", email), ("Password", password));

    /// <summary>Opens a page, takes its form's token and posts the fields.</summary>
    public static async Task<HttpResponseMessage> Submit(this HttpClient browser, string page, string action, params (string Name, string Value)[] fields)
    {
        var token = await browser.FormToken(page);
        return await browser.PostAsync(action, new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), new("__RequestVerificationToken", token)]));
    }

    /// <summary>Sends a file with a form, as a page does.</summary>
    public static async Task<HttpResponseMessage> Upload(this HttpClient browser, string page, string action, string field, byte[] file, string name, params (string Name, string Value)[] fields)
    {
        using var body = new MultipartFormDataContent
        {
            { new StringContent(await browser.FormToken(page)), "__RequestVerificationToken" },
            { new ByteArrayContent(file) { Headers = { ContentType = new("application/octet-stream") } }, field, name },
        };
        foreach (var (key, value) in fields)
        {
            body.Add(new StringContent(value), key);
        }

        return await browser.PostAsync(action, body);
    }

    /// <summary>A member of staff signs in on a page of a real browser.</summary>
    public static async Task SignIn(this IPage page, App app, string role)
    {
        var account = await app.Account(role);
        await page.GotoAsync(app.Url + "/masuk");
        await page.Locator("[name=Email]").FillAsync(account.Email!);
        await page.Locator("[name=Password]").FillAsync(Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => !url.EndsWith("/masuk", StringComparison.Ordinal));
    }

    /// <summary>The token of a page's form, which must come back with what is posted.</summary>
    public static async Task<string> FormToken(this HttpClient browser, string page) => WebUtility.HtmlDecode(Token().Match(await browser.GetStringAsync(page)).Groups[1].Value);

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)")]
    private static partial Regex Token();
}

using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using FakeMeta;
using Microsoft.Extensions.DependencyInjection;
using Pulih.Chat.Turns;
using Pulih.Sending.Contracts;

namespace Pulih.Chat.Simulator;

/// <summary>Somebody at the simulator with a browser that keeps cookies and runs no script.</summary>
internal sealed partial class Visitor : IDisposable
{
    private static int phones = 628_000_010;
    private readonly App app;
    private readonly HttpClient http;
    private string token = "";

    public Visitor(App app) => (this.app, http) = (app, new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new(app.Url) });

    public App App => app;

    /// <summary>The stand-in inside the product; <c>App.Meta</c> is another one that nobody talks to here.</summary>
    public FakeMetaServer Meta => app.Services.GetRequiredService<HostFakeMeta>().Meta!;

    /// <summary>The phone of this visitor alone.</summary>
    public string Phone { get; } = NewPhone();

    /// <summary>A second phone of this visitor alone.</summary>
    public string Other { get; } = NewPhone();

    public string Url => $"{app.Url}/simulator?phones={Phone}";

    public async Task<string> Open(string? query = null)
    {
        using var answer = await http.GetAsync("/simulator" + (query ?? "?phones=" + Phone));
        var html = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, html);
        token = WebUtility.HtmlDecode(Token().Match(html).Groups[1].Value);
        return html;
    }

    /// <summary>Posts a form and gives the page it leads to.</summary>
    public async Task<string> Post(string handler, params (string Name, string Value)[] fields)
    {
        using var answer = await PostRaw(handler, fields);
        if (answer.StatusCode == HttpStatusCode.OK)
        {
            return await answer.Content.ReadAsStringAsync();
        }

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        // The page waits for the answer only as long as a person would; a busy machine may take longer.
        await app.Quiet();
        return await Open(answer.Headers.Location!.OriginalString["/simulator".Length..].Split('#')[0]);
    }

    public Task<HttpResponseMessage> PostRaw(string handler, params (string Name, string Value)[] fields) =>
        http.PostAsync("/simulator?handler=" + handler, new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), new("__RequestVerificationToken", token)]));

    public Task<string> Say(string words, string? phone = null) => Post("say", ("phone", phone ?? Phone), ("Phones", phone ?? Phone), ("say", words));

    public async Task<(HttpStatusCode Status, string Version, string Html)> Poll(string? version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/simulator?handler=chat&number=" + Phone);
        request.Headers.TryAddWithoutValidation("If-None-Match", version);
        using var answer = await http.SendAsync(request);
        return (answer.StatusCode, answer.Headers.ETag!.ToString(), await answer.Content.ReadAsStringAsync());
    }

    /// <summary>A message to the phone that no dialogue made.</summary>
    public async Task SendAsBusiness(string interactive)
    {
        var settings = app.Services.GetRequiredService<WhatsAppSettings>();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Meta.Url}/v24.0/{settings.Numbers[0].Id}/messages");
        request.Headers.Authorization = new("Bearer", settings.AccessToken);
        request.Content = new StringContent($$"""{"messaging_product":"whatsapp","to":"+{{Phone}}","type":"interactive","interactive":{{interactive}} }""");
        using var answer = await http.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }

    public void Dispose() => http.Dispose();

    private static string NewPhone() => string.Create(CultureInfo.InvariantCulture, $"{Interlocked.Increment(ref phones)}000");

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)")]
    private static partial Regex Token();
}

using System.Net;
using System.Text.RegularExpressions;
using FakeMeta;
using Microsoft.Extensions.DependencyInjection;
using Pulih.Chat.Turns;
using Pulih.Sending.Contracts;

namespace Pulih.Chat.Simulator;

/// <summary>Somebody at the simulator with a browser that keeps cookies and runs no script.</summary>
internal sealed partial class Visitor : IAsyncDisposable
{
    public const string Siti = "628000000101";
    public const string Budi = "628000000102";
    private readonly App app;
    private readonly HttpClient http;
    private string token = "";

    private Visitor(App app) => (this.app, http) = (app, new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new(app.Url) });

    public App App => app;

    /// <summary>The stand-in inside the product; <c>App.Meta</c> is another one that nobody talks to here.</summary>
    public FakeMetaServer Meta => app.Services.GetRequiredService<HostFakeMeta>().Meta!;

    public static async Task<Visitor> Start() =>
        new(await App.Start(adjust: CountingDialogue.Only, settings: ["--Demo=true", "--Channels:WhatsApp:GraphUrl="]));

    public async Task<string> Open(string query = "")
    {
        using var answer = await http.GetAsync("/simulator" + query);
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

    public Task<string> Say(string words, string phone = Siti) => Post("say", ("phone", phone), ("Phones", phone), ("say", words));

    public async Task<(HttpStatusCode Status, string Version, string Html)> Poll(string? version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/simulator?handler=chat&number=" + Siti);
        request.Headers.TryAddWithoutValidation("If-None-Match", version);
        using var answer = await http.SendAsync(request);
        return (answer.StatusCode, answer.Headers.ETag!.ToString(), await answer.Content.ReadAsStringAsync());
    }

    /// <summary>A message to Siti that no dialogue made.</summary>
    public async Task SendAsBusiness(string interactive)
    {
        var settings = app.Services.GetRequiredService<WhatsAppSettings>();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Meta.Url}/v24.0/{settings.Numbers[0].Id}/messages");
        request.Headers.Authorization = new("Bearer", settings.AccessToken);
        request.Content = new StringContent($$"""{"messaging_product":"whatsapp","to":"+{{Siti}}","type":"interactive","interactive":{{interactive}} }""");
        using var answer = await http.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)")]
    private static partial Regex Token();
}

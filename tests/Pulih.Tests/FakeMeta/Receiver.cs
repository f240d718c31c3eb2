using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Pulih.Tests.FakeMeta;

/// <summary>The smallest product there can be: takes webhooks, checks the signature over the raw bytes, keeps the bodies.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private const string VerifyToken = "fake-verify-token";
    private readonly WebApplication web;

    private Receiver(WebApplication web) => this.web = web;

    public ConcurrentQueue<string> Bodies { get; } = new();

    public ConcurrentQueue<bool> Signatures { get; } = new();

    /// <summary>How many of the next posts are answered with 503.</summary>
    public int Refuse { get; set; }

    public string Url => web.Urls.First() + "/webhooks/whatsapp";

    public IEnumerable<JsonNode> Values => Bodies.SelectMany(b => JsonNode.Parse(b)!["entry"]!.AsArray())
        .SelectMany(e => e!["changes"]!.AsArray()).Select(c => c!["value"]!);

    public IReadOnlyList<JsonNode> Statuses => [.. Values.SelectMany(v => v["statuses"]?.AsArray() ?? []).Select(s => s!)];

    public IReadOnlyList<JsonNode> Messages => [.. Values.SelectMany(v => v["messages"]?.AsArray() ?? []).Select(s => s!)];

    public static async Task<Receiver> Start()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var receiver = new Receiver(app);
        app.Run((RequestDelegate)receiver.Take);
        await app.StartAsync();
        return receiver;
    }

    public async ValueTask DisposeAsync() => await web.DisposeAsync();

    private async Task Take(HttpContext context)
    {
        var query = context.Request.Query;
        if (HttpMethods.IsGet(context.Request.Method))
        {
            var known = query["hub.verify_token"] == VerifyToken;
            context.Response.StatusCode = known ? 200 : 403;
            await context.Response.WriteAsync(known ? query["hub.challenge"].ToString() : "no");
            return;
        }

        using var bytes = new MemoryStream();
        await context.Request.Body.CopyToAsync(bytes);
        if (Refuse > 0)
        {
            Refuse--;
            context.Response.StatusCode = 503;
            return;
        }

        var signature = "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData("fake-app-secret"u8, bytes.ToArray()));
        Signatures.Enqueue(signature == context.Request.Headers["X-Hub-Signature-256"]);
        Bodies.Enqueue(Encoding.UTF8.GetString(bytes.ToArray()));
    }
}

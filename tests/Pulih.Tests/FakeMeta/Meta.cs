using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using FakeMeta;
using Microsoft.Extensions.Time.Testing;

namespace Pulih.Tests.FakeMeta;

/// <summary>A running stand-in with its receiver, and the business's side of the wire.</summary>
internal sealed class Meta : IAsyncDisposable
{
    public const string Number = "100000000000001";
    public const string Siti = "6281200000001";
    private readonly HttpClient http = new();

    private Meta(FakeMetaServer server, Receiver product, FakeTimeProvider clock) => (Server, Product, Clock) = (server, product, clock);

    public FakeMetaServer Server { get; }

    public Receiver Product { get; }

    public FakeTimeProvider Clock { get; }

    public static async Task<Meta> Start(Func<FakeTimeProvider, string, FakeMetaOptions>? options = null)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));
        var product = await Receiver.Start();
        var chosen = options?.Invoke(clock, product.Url) ?? new FakeMetaOptions { WebhookUrl = product.Url, Clock = clock, DeliveredAfter = TimeSpan.Zero };
        return new Meta(await FakeMetaServer.Start(chosen), product, clock);
    }

    /// <summary>A person whose 24 hours are open.</summary>
    public async Task<Phone> Open(string number = Siti)
    {
        var phone = Server.Phone(number, "Siti (contoh)");
        await phone.SendText("halo");
        return phone;
    }

    public async Task<(int Status, JsonNode Body)> Post(JsonNode body, string? token = "fake-access-token", string number = Number, string what = "messages")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Server.Url}/v24.0/{number}/{what}");
        request.Headers.TryAddWithoutValidation("Authorization", token is null ? null : "Bearer " + token);
        request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await http.SendAsync(request);
        return ((int)answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonNode>())!);
    }

    public Task<(int Status, JsonNode Body)> Send(string type, string part, string to = "+" + Siti) => Post(JsonNode.Parse(
        $$"""{"messaging_product":"whatsapp","recipient_type":"individual","to":"{{to}}","type":"{{type}}","{{type}}":{{part}},"biz_opaque_callback_data":"outbox-1:inbound-1"}""")!);

    public Task<(int Status, JsonNode Body)> Text(string text = "Halo", string to = "+" + Siti) =>
        Send("text", new JsonObject { ["body"] = text }.ToJsonString(), to);

    public async Task<int> CodeOf(string type, string part)
    {
        var (status, body) = await Send(type, part);
        return status == 200 ? 0 : body["error"]!["code"]!.GetValue<int>();
    }

    public HttpClient Http => http;

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Server.DisposeAsync();
        await Product.DisposeAsync();
    }
}

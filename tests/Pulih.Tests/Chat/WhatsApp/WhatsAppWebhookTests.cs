using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Pulih.Chat.Inbox;
using Pulih.Chat.Turns;

namespace Pulih.Chat.WhatsApp;

public sealed class WhatsAppWebhookTests(WhatsAppWebhookTests.Product product) : IClassFixture<WhatsAppWebhookTests.Product>
{
    private const string Old = "the secret before the rotation";
    private readonly App app = product.App;

    public sealed class Product : IAsyncLifetime
    {
        public App App { get; private set; } = null!;

        public async ValueTask InitializeAsync() => App = await App.Start(adjust: CountingDialogue.Only, settings: $"--Channels:WhatsApp:PreviousAppSecret={Old}");

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }

    [Fact]
    public async Task The_handshake_answers_the_bare_challenge_to_whoever_knows_the_token()
    {
        (await app.Http.GetStringAsync("/webhooks/whatsapp?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=fake-verify-token")).ShouldBe("1158201444");
        (await app.Http.GetAsync("/webhooks/whatsapp?hub.mode=subscribe&hub.challenge=1&hub.verify_token=guess")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sha256=")]
    [InlineData("sha1=0000000000000000000000000000000000000000")]
    [InlineData("sha256=zz00000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("sha256=0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task A_wrong_signature_is_refused_without_a_word(string? signature)
    {
        using var answer = await Post("{}", signature);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await answer.Content.ReadAsStringAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_changed_byte_breaks_the_signature()
    {
        const string body = """{"entry":[]}""";
        for (var i = 0; i < body.Length; i++)
        {
            var changed = body[..i] + (char)(body[i] ^ 1) + body[(i + 1)..];
            (await Post(changed, Sign(body, app.Meta.AppSecret))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }
    }

    [Fact]
    public async Task Both_secrets_are_valid_during_a_rotation()
    {
        (await Post("{}", Sign("{}", app.Meta.AppSecret))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Post("{}", Sign("{}", Old))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_body_of_four_megabytes_is_too_large()
    {
        var body = "\"" + new string('a', 4 * 1024 * 1024) + "\"";
        try
        {
            (await Post(body, Sign(body, app.Meta.AppSecret))).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        }
        catch (HttpRequestException closed) when (closed.InnerException is IOException)
        {
            // The product may hang up while the rest is still being sent; it must not have stored it.
        }

        (await app.With(db => db.Set<UnreadBody>().CountAsync(b => b.Body.Length > 1_000_000))).ShouldBe(0);
    }

    [Fact]
    public async Task Broken_json_with_a_good_signature_is_kept_and_acknowledged()
    {
        const string body = """{"object":"whatsapp_business_account","entry":[{""";
        (await Post(body, Sign(body, app.Meta.AppSecret))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await app.With(db => db.Set<UnreadBody>().OrderBy(b => b.Id).LastAsync())).Body.ShouldBe(Encoding.UTF8.GetBytes(body));
    }

    [Theory]
    [InlineData("warung\\u0000kopi", "warungkopi")]
    [InlineData("setengah \\ud83d huruf", "setengah \ufffd huruf")]
    [InlineData("\\u202egnuraw", "\u202egnuraw")]
    [InlineData("<script>alert(1)</script>", "<script>alert(1)</script>")]
    [InlineData("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0")]
    public async Task Odd_texts_are_stored_and_answered(string json, string kept)
    {
        app.Phone();
        var id = $"wamid.{Guid.CreateVersion7()}";
        var body = $$$"""{"entry":[{"changes":[{"value":{"metadata":{"phone_number_id":"100000000000001"},"messages":[{"from":"6281200000001","id":"{{{id}}}","timestamp":"1795000000","type":"text","text":{"body":"{{{json}}}"}}]}}]}]}""";
        (await Post(body, Sign(body, app.Meta.AppSecret))).StatusCode.ShouldBe(HttpStatusCode.OK);
        await app.Quiet();
        var stored = await app.With(db => db.Set<InboxMessage>().SingleAsync(m => m.MessageId == id));
        (stored.Text, stored.State).ShouldBe((kept, InboxState.Done));
    }

    private async Task<HttpResponseMessage> Post(string body, string? signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/whatsapp") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (signature is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Hub-Signature-256", signature);
        }

        return await app.Http.SendAsync(request);
    }

    private static string Sign(string body, string secret) => "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body)));
}

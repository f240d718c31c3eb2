using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace FakeMeta.Webhooks;

/// <summary>Signs bodies as Meta does and posts them to the product.</summary>
internal sealed class WebhookClient : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 64, UseProxy = false })
    {
        Timeout = TimeSpan.FromSeconds(30),
    };

    private long posted;
    private long refused;

    public string? Url { get; set; }

    public string AppSecret { get; set; } = "";

    public long Posted => Interlocked.Read(ref posted);

    public long Refused => Interlocked.Read(ref refused);

    /// <summary>The HTTP status of the answer; 0 when there was none.</summary>
    public async Task<int> Post(byte[] body, string? signature = null, string channel = "whatsapp")
    {
        Interlocked.Increment(ref posted);
        var status = await Answer(channel, body, signature ?? Signature(AppSecret, body));
        if (status != 200)
        {
            Interlocked.Increment(ref refused);
        }

        return status;
    }

    /// <summary>Performs Meta's GET verification: 200 and the bare challenge.</summary>
    public async Task<bool> Handshake(string verifyToken, string channel = "whatsapp")
    {
        var challenge = RandomNumberGenerator.GetHexString(16, lowercase: true);
        using var answer = await http.GetAsync(new Uri(
            $"{Of(channel)}?hub.mode=subscribe&hub.challenge={challenge}&hub.verify_token={Uri.EscapeDataString(verifyToken)}"));
        return answer.IsSuccessStatusCode && await answer.Content.ReadAsStringAsync() == challenge;
    }

    // The three webhooks lie beside each other.
    private string Of(string channel) => channel == "whatsapp" ? Url! : Url!.Replace("/webhooks/whatsapp", "/webhooks/" + channel, StringComparison.Ordinal);

    public void Dispose() => http.Dispose();

    public static string Signature(string secret, byte[] body) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));

    private async Task<int> Answer(string channel, byte[] body, string signature)
    {
        if (Url is null)
        {
            return 0;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, Of(channel)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TryAddWithoutValidation("X-Hub-Signature-256", signature);
        request.Headers.TryAddWithoutValidation("User-Agent", "facebookexternalua");
        try
        {
            using var answer = await http.SendAsync(request);
            return (int)answer.StatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            // A product that is down or slow is what webhooks are repeated for.
            return 0;
        }
    }
}

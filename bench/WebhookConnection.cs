using System.Buffers.Text;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Pulih.Bench;

/// <summary>One keep-alive connection that posts signed webhooks with as little work as possible, because the driver shares the product's cores.</summary>
internal sealed class WebhookConnection(int port) : IDisposable
{
    private static readonly byte[] Secret = Encoding.UTF8.GetBytes(ProductProcess.Secret);
    private readonly TcpClient tcp = new() { NoDelay = true };
    private readonly byte[] answer = new byte[4096];
    private NetworkStream? stream;

    /// <summary>Posts and gives the status code.</summary>
    public async Task<int> Post(byte[] body)
    {
        if (stream is null)
        {
            await tcp.ConnectAsync("127.0.0.1", port);
            stream = tcp.GetStream();
        }

        var head = Encoding.ASCII.GetBytes($"POST /webhooks/whatsapp HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nX-Hub-Signature-256: sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Secret, body))}\r\nContent-Length: {body.Length}\r\n\r\n");
        await stream.WriteAsync((byte[])[.. head, .. body]);
        var length = 0;
        while (true)
        {
            var read = await stream.ReadAsync(answer.AsMemory(length));
            if (read == 0)
            {
                throw new IOException("The product closed the connection.");
            }

            length += read;
            if (answer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) >= 0)
            {
                // Every answer of the route has an empty body.
                return Utf8Parser.TryParse(answer.AsSpan(9, 3), out int status, out _) ? status : 0;
            }
        }
    }

    public void Dispose() => tcp.Dispose();
}

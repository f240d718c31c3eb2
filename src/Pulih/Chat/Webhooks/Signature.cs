using System.Security.Cryptography;
using System.Text;

namespace Pulih.Chat.Webhooks;

/// <summary>Whether Meta signed a body: HMAC-SHA-256 over its raw bytes with the app secret, in <c>X-Hub-Signature-256: sha256=…</c>.</summary>
internal static class Signature
{
    private const string Prefix = "sha256=";

    /// <summary>Compares in constant time with each secret; two are valid while one is being replaced.</summary>
    public static bool Holds(ReadOnlySpan<byte> body, string? header, params ReadOnlySpan<string?> secrets)
    {
        Span<byte> signed = stackalloc byte[32];
        if (header is null || header.Length != Prefix.Length + 64 || !header.StartsWith(Prefix, StringComparison.Ordinal)
            || Convert.FromHexString(header.AsSpan(Prefix.Length), signed, out _, out _) != System.Buffers.OperationStatus.Done)
        {
            return false;
        }

        var holds = false;
        foreach (var secret in secrets)
        {
            holds |= secret is { Length: > 0 } && CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body), signed);
        }

        return holds;
    }
}

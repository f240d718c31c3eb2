using System.Security.Cryptography;

namespace Pulih.Proof.Certificates;

/// <summary>The two codes of a certificate: the long one in its link, which nobody can guess, and the short one to type.</summary>
internal static class Codes
{
    /// <summary>No 0 and O, no 1 and I: people copy codes by hand.</summary>
    public const string Letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private const int LongLength = 26; // 32 letters, so 130 bits.
    private const int ShortLength = 8;

    public static string NewLong() => RandomNumberGenerator.GetString(Letters, LongLength);

    public static string NewShort() => RandomNumberGenerator.GetString(Letters, ShortLength);

    /// <summary>K7QM4RTX as it is printed: K7QM-4RTX.</summary>
    public static string Grouped(string shortCode) => $"{shortCode[..4]}-{shortCode[4..]}";

    /// <summary>What somebody typed as a short code, however they grouped it; null when it cannot be one.</summary>
    public static string? Typed(string? text)
    {
        var letters = new string([.. (text ?? "").ToUpperInvariant().Where(char.IsAsciiLetterOrDigit).Take(ShortLength + 1)]);
        return letters.Length == ShortLength && letters.All(Letters.Contains) ? letters : null;
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Pulih.Platform.Secrets;

/// <summary>
/// Tokens for links that only their receiver can have: whom they are for and the last day they open, signed with the
/// master key, so that nothing is stored and nothing can be guessed.
/// </summary>
public sealed class SignedLink(Keys keys)
{
    private const int Signature = 32; // hexadecimal digits: 128 bits

    /// <param name="purpose">What the link opens; a token of one purpose opens nothing of another.</param>
    /// <param name="subject">Whom or what it is for.</param>
    /// <param name="at">The day from which it is counted.</param>
    /// <param name="days">How many days it opens.</param>
    public string Token(string purpose, Guid subject, DateTime at, int days) => Signed(purpose, subject, Day(at) + days);

    /// <summary>Whom a token is for; null for a forged one and one whose days are over.</summary>
    public Guid? Read(string purpose, string token, DateTime now)
    {
        if (token.Split('-') is not [var id, var day, _] || !Guid.TryParseExact(id, "N", out var subject)
            || !int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var last) || last < Day(now))
        {
            return null;
        }

        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Signed(purpose, subject, last)), Encoding.UTF8.GetBytes(token)) ? subject : null;
    }

    private string Signed(string purpose, Guid subject, int last)
    {
        var said = string.Create(CultureInfo.InvariantCulture, $"{subject:N}-{last}");
        return $"{said}-{keys.Hash($"{purpose}\n{said}")[..Signature]}";
    }

    private static int Day(DateTime at) => (int)(at - DateTime.UnixEpoch).TotalDays;
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Pulih.Platform;
using Pulih.Platform.Secrets;
using Pulih.Registry.Contracts;

namespace Pulih.Registry.OfficialNumbers;

/// <summary>Signs the link with the master key: who it is for and the last day it opens, so that nothing is stored and nothing can be guessed.</summary>
internal sealed class NumbersLink(Keys keys, Settings settings) : INumbersLink
{
    public const string Address = "/data-usaha";

    /// <summary>How many days a link opens.</summary>
    public const int Lasts = 7;

    private const int Signature = 32; // hexadecimal digits: 128 bits

    public string For(Guid personId, DateTime at) => $"{settings.PublicUrl}{Address}/{Token(personId, Day(at) + Lasts)}";

    /// <summary>Whose link it is; null for a forged one and one whose days are over.</summary>
    public Guid? Read(string token, DateTime now)
    {
        if (token.Split('-') is not [var id, var day, _] || !Guid.TryParseExact(id, "N", out var person)
            || !int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var last) || last < Day(now))
        {
            return null;
        }

        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Token(person, last)), Encoding.UTF8.GetBytes(token)) ? person : null;
    }

    private string Token(Guid person, int last)
    {
        var said = string.Create(CultureInfo.InvariantCulture, $"{person:N}-{last}");
        return $"{said}-{keys.Hash("numbers\n" + said)[..Signature]}";
    }

    private static int Day(DateTime at) => (int)(at - DateTime.UnixEpoch).TotalDays;
}

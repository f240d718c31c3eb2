using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Pulih.Platform;
using Pulih.Platform.Secrets;

namespace Pulih.Classes.Seats;

/// <summary>The personal links to a seat and to a calendar. They are signed by the master key: nothing is stored, nothing can be guessed.</summary>
internal sealed class ClassLink(Keys keys, Settings settings)
{
    public const string Address = "/kelas";
    private const int Part = 22; // Letters of 128 bits: the id, then the signature. Short, because people see it in a chat.

    /// <summary>The page of one person's seat, with the door to the room.</summary>
    public string To(Attendee attendee) => $"{settings.PublicUrl}{Address}/{Token("seat", attendee.Id)}";

    /// <summary>The calendar of everything this person holds a seat for.</summary>
    public string CalendarPath(Guid person) => $"/calendars/{Token("calendar", person)}.ics";

    /// <summary>The attendee's id; null for a forged link.</summary>
    public Guid? Seat(string token) => Read("seat", token);

    /// <summary>The person's id; null for a forged link.</summary>
    public Guid? Calendar(string token) => Read("calendar", token);

    private Guid? Read(string what, string token)
    {
        Span<byte> id = stackalloc byte[16];
        return token.Length == 2 * Part && Base64Url.TryDecodeFromChars(token.AsSpan(0, Part), id, out _)
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Token(what, new Guid(id))), Encoding.UTF8.GetBytes(token)) ? new Guid(id) : null;
    }

    private string Token(string what, Guid id) =>
        Base64Url.EncodeToString(id.ToByteArray()) + Base64Url.EncodeToString(Convert.FromHexString(keys.Hash($"class {what}\n{id:N}")[..32]));
}

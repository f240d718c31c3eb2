using System.Globalization;
using System.Security.Cryptography;
using Pulih.Sending.Contracts;

namespace Pulih.Chat.Simulator;

/// <summary>People one can be in the simulator: a few given ones, or an invented one.</summary>
internal static class DemoPeople
{
    // No operator of Indonesia hands out mobile numbers that begin with 0800.
    private const string NobodysPrefix = "62800";
    private const int LongestOfThem = 12;

    public static IReadOnlyList<(string Number, string Name)> Given { get; } =
    [
        ("628000000101", "Siti Contoh"), ("628000000102", "Budi Contoh"), ("628000000103", "Wayan Contoh"),
        ("628000000104", "Yohana Contoh"), ("628000000105", "Rahmat Contoh"),
    ];

    // A person's Messenger and Instagram are told from their WhatsApp by a digit before the number.
    private const char Messenger = '7';
    private const char Instagram = '8';

    public static string NameOf(string phone) => Given.FirstOrDefault(p => p.Number == NumberOf(phone)).Name ?? "+" + NumberOf(phone);

    /// <summary>The number of whose phone it is.</summary>
    public static string NumberOf(string phone) => phone[0] is Messenger or Instagram ? phone[1..] : phone;

    /// <summary>The same person's phone on a channel.</summary>
    public static string On(string channel, string number) =>
        channel switch { ChannelName.Messenger => Messenger + number, ChannelName.Instagram => Instagram + number, _ => number };

    /// <summary>The channel a phone is on; null for what is no phone.</summary>
    public static string? ChannelOf(string phone) => phone.Length == 0 || !IsMobile(NumberOf(phone)) ? null
        : phone[0] switch { Messenger => ChannelName.Messenger, Instagram => ChannelName.Instagram, _ => ChannelName.WhatsApp };

    public static string NewNumber() =>
        NobodysPrefix + RandomNumberGenerator.GetInt32(1_000_000, 10_000_000).ToString(CultureInfo.InvariantCulture);

    /// <summary>An Indonesian mobile number as WhatsApp writes it.</summary>
    public static bool IsMobile(string number) =>
        number.Length is >= 11 and <= 14 && number.StartsWith("628", StringComparison.Ordinal) && number.All(char.IsAsciiDigit);

    /// <summary>A number nobody can have, as invented people get; typed with 0, +62 or spaces.</summary>
    public static string? Invented(string typed)
    {
        var digits = string.Concat(typed.Where(char.IsAsciiDigit));
        var number = digits.StartsWith('0') ? "62" + digits[1..] : digits;
        return IsMobile(number) && number.Length <= LongestOfThem && number.StartsWith(NobodysPrefix, StringComparison.Ordinal) ? number : null;
    }
}

using PhoneNumbers;

namespace Pulih.Registry.People;

/// <summary>An Indonesian phone number in the one form it is stored and compared in: "+6281234567890".</summary>
internal static class PhoneNumber
{
    private static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();

    /// <summary>All numbers of a list's cell, which may hold two.</summary>
    public static IEnumerable<string> AllIn(string cell) => Linkage.Standardising.Numbers.Phones(cell).Select(p => Normalise("0" + p)).OfType<string>();

    /// <summary>The E.164 form of "0812…", "62812…", "+62 0812…" and "812…", or null where it is no number that can exist.</summary>
    public static string? Normalise(string typed)
    {
        var digits = string.Concat(typed.Where(char.IsAsciiDigit));
        var foreign = typed.AsSpan().TrimStart().StartsWith("+") && !digits.StartsWith("62", StringComparison.Ordinal);
        if (!foreign)
        {
            // People keep the national 0 after the country code, and drop it without one.
            digits = digits.StartsWith("62", StringComparison.Ordinal) ? digits[2..] : digits;
            digits = "62" + digits.TrimStart('0');
        }

        try
        {
            var number = Numbers.Parse("+" + digits, "ID");
            return Numbers.IsValidNumber(number) ? Numbers.Format(number, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}

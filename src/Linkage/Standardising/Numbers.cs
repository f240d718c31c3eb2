namespace Linkage.Standardising;

/// <summary>Phone and identity numbers as they are compared: digits alone, and nothing where a cell holds a placeholder or was damaged by a spreadsheet.</summary>
public static class Numbers
{
    private const int NikDigits = 16;
    private const int NibDigits = 13;
    private static readonly char[] Between = ['/', ',', '&', ';', '|'];

    /// <summary>
    /// The phone numbers in a cell, without country code and leading zero, so "+62 812…", "0812…" and "812…" are one.
    /// Placeholders (0800000000, 081234567890), numbers that are too short or too long, and 6.28E+11 are none.
    /// </summary>
    public static string[] Phones(string cell)
    {
        if (cell.Length < 8 || cell.Contains("E+", StringComparison.OrdinalIgnoreCase))
        {
            return [];
        }

        var found = new List<string>(1);
        foreach (var one in cell.Split(Between, StringSplitOptions.RemoveEmptyEntries))
        {
            var digits = Digits(one);
            var national = digits.StartsWith("62", StringComparison.Ordinal) ? digits[2..] : digits;
            national = national.TrimStart('0');
            if (national.Length is >= 8 and <= 12 && !IsPlaceholder(national) && !found.Contains(national))
            {
                found.Add(Words.Shared(national));
            }
        }

        return [.. found];
    }

    /// <summary>A resident's number (NIK, 16 digits: district, birth date with 40 added to a woman's day, serial), or null where it cannot be one.</summary>
    public static string? Nik(string cell)
    {
        var digits = Digits(cell);
        if (digits.Length != NikDigits || digits[0] is '0' || IsPlaceholder(digits))
        {
            return null;
        }

        var (day, month) = (Two(digits, 6), Two(digits, 8));
        return day is (>= 1 and <= 31) or (>= 41 and <= 71) && month is >= 1 and <= 12 ? digits : null;
    }

    /// <summary>A business's number (NIB, 13 digits), or null.</summary>
    public static string? Nib(string cell)
    {
        var digits = Digits(cell);
        return digits.Length == NibDigits && !IsPlaceholder(digits) ? digits : null;
    }

    /// <summary>Digits of a text, and none at all where a spreadsheet has rounded them.</summary>
    public static string Digits(string text)
    {
        Span<char> digits = stackalloc char[Math.Min(text.Length, 40)];
        var count = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c) && count < digits.Length)
            {
                digits[count++] = c;
            }
        }

        return new(digits[..count]);
    }

    // 3500000000000000, 0800000000, 1234567890123456: one digit many times, or the keys in their order.
    private static bool IsPlaceholder(string digits)
    {
        var (same, run, longestSame, longestRun) = (1, 1, 1, 1);
        for (var i = 1; i < digits.Length; i++)
        {
            same = digits[i] == digits[i - 1] ? same + 1 : 1;
            run = digits[i] - digits[i - 1] is 1 or -9 ? run + 1 : 1;
            (longestSame, longestRun) = (Math.Max(longestSame, same), Math.Max(longestRun, run));
        }

        return longestSame >= 7 || longestRun >= 8;
    }

    private static int Two(string digits, int at) => ((digits[at] - '0') * 10) + digits[at + 1] - '0';
}

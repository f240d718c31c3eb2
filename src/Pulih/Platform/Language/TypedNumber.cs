using System.Globalization;
using System.Text.RegularExpressions;

namespace Pulih.Platform.Language;

/// <summary>
/// Reads a number as people here type it: "75.000", "Rp75.000,-", "75rb", "1,5 jt", "2 juta 500 ribu", "750 ribu". A point
/// or comma before exactly three digits divides thousands, any other one is the decimal comma.
/// </summary>
public static class TypedNumber
{
    // Neither goes back in the text, so no text makes them slow.
    private const RegexOptions Linear = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;

    private static readonly Regex Currency = new(@"^(rp\.?|idr)\s*|(\s*rupiah|,-|,\s*-)$", Linear);
    private static readonly Regex Part = new(@"(?<number>\d[\d.,]*)\s*(?<unit>ribu|rb|k|juta|jt|miliar|milyar|m)?\s*", Linear);

    private const int Longest = 40;

    /// <summary>The number, or null for what is none, is more than one, or could be two ("3-4 jt").</summary>
    public static decimal? Of(string typed)
    {
        var text = typed.Trim().ToLowerInvariant();
        if (text.Length is 0 or > Longest)
        {
            return null;
        }

        text = Currency.Replace(text, "").Trim();
        var sum = 0m;
        var last = decimal.MaxValue;
        var at = 0;
        foreach (Match part in Part.Matches(text))
        {
            var unit = part.Groups["unit"].Value;
            var scale = Scale(unit);
            if (at > 0 && unit.Length == 0)
            {
                return null; // "2 juta 500" may be two and a half million or five hundred more than two.
            }

            if (part.Index != at || scale >= last || Digits(part.Groups["number"].Value) is not { } number)
            {
                return null;
            }

            (sum, last, at) = (sum + number * scale, scale, part.Index + part.Length);
        }

        return at > 0 && at == text.Length ? sum : null;
    }

    private static decimal Scale(string unit) => unit switch
    {
        "" => 1m,
        "rb" or "ribu" or "k" => 1_000m,
        "jt" or "juta" => 1_000_000m,
        _ => 1_000_000_000m, // m, miliar, milyar
    };

    private static decimal? Digits(string written)
    {
        var groups = written.Split('.', ',');
        if (groups.Length == 1)
        {
            return Plain(written);
        }

        if (groups[1..].All(g => g.Length == 3) && groups[0].Length is > 0 and <= 3 && groups[0] != "0")
        {
            return Plain(string.Concat(groups));
        }

        // "1.500,50" and "1,500.50": only the last sign may be the decimal one.
        var decimals = groups[^1];
        var whole = groups[..^1];
        return whole.Length == 1 || (whole[1..].All(g => g.Length == 3) && decimals.Length != 3) ? Plain($"{string.Concat(whole)}.{decimals}") : null;
    }

    private static decimal? Plain(string digits) => decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}

using System.Collections.Frozen;
using System.Globalization;

namespace Pulih.Platform.Language;

/// <summary>Numbers in Indonesian words: "sejuta", "dua juta lima ratus ribu", "tiga puluh lima", "seratus lima puluh ribu".</summary>
public static class SpokenNumber
{
    private static readonly FrozenDictionary<string, long> Ones = new Dictionary<string, long>(StringComparer.Ordinal)
    {
        ["nol"] = 0, ["satu"] = 1, ["se"] = 1, ["dua"] = 2, ["tiga"] = 3, ["empat"] = 4, ["lima"] = 5, ["enam"] = 6, ["tujuh"] = 7, ["delapan"] = 8, ["sembilan"] = 9,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, long> Scales = new Dictionary<string, long>(StringComparer.Ordinal)
    {
        ["ribu"] = 1_000, ["rb"] = 1_000, ["juta"] = 1_000_000, ["jt"] = 1_000_000, ["miliar"] = 1_000_000_000, ["milyar"] = 1_000_000_000,
    }.ToFrozenDictionary();

    // What is written as one word: sepuluh, sebelas, seratus, seribu, sejuta.
    private static readonly string[] Joined = ["puluh", "belas", "ratus", "ribu", "juta", "miliar", "milyar"];

    /// <summary>The number in digits; the text as it is where a word of it is none of a number.</summary>
    public static string Digits(string text)
    {
        long sum = 0, group = 0, one = 0, last = long.MaxValue;
        var any = false;
        foreach (var word in Words(text))
        {
            if (Ones.TryGetValue(word, out var digit) && one == 0)
            {
                (one, any) = (digit, true);
            }
            else if (word is "puluh" or "belas" or "ratus" && one > 0)
            {
                group += word switch { "puluh" => one * 10, "belas" => one + 10, _ => one * 100 };
                one = 0;
            }
            else if (Scales.TryGetValue(word, out var scale) && scale < last && group + one > 0)
            {
                (sum, group, one, last) = (sum + ((group + one) * scale), 0, 0, scale);
            }
            else
            {
                return text;
            }
        }

        return any ? (sum + group + one).ToString(CultureInfo.InvariantCulture) : text;
    }

    private static IEnumerable<string> Words(string text)
    {
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.StartsWith("se", StringComparison.Ordinal) && Array.IndexOf(Joined, word[2..]) >= 0)
            {
                yield return "se";
                yield return word[2..];
            }
            else
            {
                yield return word;
            }
        }
    }
}

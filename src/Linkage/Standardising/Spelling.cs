using System.Text;

namespace Linkage.Standardising;

/// <summary>
/// Sounds of Indonesian words: the same key for the spelling before 1972 (oe, dj, tj, sj, ch) and today's, for the
/// letters that lists mix up (f/p/v, z/j, q/k, a/o), doubled letters and a final h. A key is compared, never shown.
/// </summary>
public static class Spelling
{
    /// <summary>The key of one lower-case word; a word of one or two letters is its own.</summary>
    public static string Key(string word)
    {
        if (word.Length <= 2 || char.IsAsciiDigit(word[0]))
        {
            return word;
        }

        var key = new StringBuilder(word.Length);
        word = word.StartsWith("nj", StringComparison.Ordinal) ? "ny" + word[2..] : word;
        for (var i = 0; i < word.Length; i++)
        {
            var next = i + 1 < word.Length ? word[i + 1] : '\0';
            var (sound, taken) = (word[i], next) switch
            {
                ('o', 'e') => ('u', 2),
                ('d', 'j') => ('j', 2),
                ('t', 'j') => ('c', 2),
                ('s', 'j' or 'y' or 'h') => ('s', 2),
                ('c', 'h') or ('k', 'h') => (i + 2 < word.Length && word[i + 2] == 'r' ? 'k' : 'h', 2),
                ('d', 'z') => ('j', 2),
                ('d' or 't' or 'b' or 'p' or 'g', 'h') => (word[i], 2),
                ('a', 'i' or 'e') => ('e', 2),
                ('i', 'e') when i + 2 == word.Length => ('i', 2),
                ('z', _) => ('j', 1),
                ('f' or 'v', _) => ('p', 1),
                ('q', _) => ('k', 1),
                ('x', _) => ('k', 1),
                ('o', _) => ('a', 1),
                ('y', '\0') => ('i', 1),
                ('w', '\0') => ('u', 1),
                ('h', '\0') => ('\0', 1),
                (var c, _) => (c, 1),
            };
            i += taken - 1;
            if (sound != '\0' && (key.Length == 0 || key[^1] != sound))
            {
                key.Append(sound);
            }
        }

        return key.ToString();
    }

    /// <summary>
    /// Whether two keys differ by no more than a slip of the keyboard: one letter added, left out, changed or two swapped,
    /// in words of eight letters and more two such slips (Damerau–Levenshtein distance, restricted).
    /// </summary>
    public static bool Slip(string a, string b)
    {
        var longest = Math.Max(a.Length, b.Length);
        return longest >= 4 && Math.Abs(a.Length - b.Length) <= 2 && Distance(a, b, longest >= 8 ? 2 : 1) <= (longest >= 8 ? 2 : 1);
    }

    /// <summary>Restricted Damerau–Levenshtein distance, or more than <paramref name="most"/> as soon as it is known to be more.</summary>
    public static int Distance(string a, string b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most || a.Length > 60 || b.Length > 60)
        {
            return most + 1;
        }

        Span<int> earlier = stackalloc int[b.Length + 1];
        Span<int> before = stackalloc int[b.Length + 1];
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            before[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(row[j - 1], before[j]) + 1, before[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    best = Math.Min(best, earlier[j - 2] + 1);
                }

                row[j] = best;
                least = Math.Min(least, best);
            }

            if (least > most)
            {
                return most + 1;
            }

            var spare = earlier;
            earlier = before;
            before = row;
            row = spare;
        }

        return Math.Min(before[b.Length], most + 1);
    }
}

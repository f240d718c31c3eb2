using System.Globalization;
using System.Text;

namespace Pulih.Learning.Quizzes;

/// <summary>Whether a typed word is the one that was asked for: capitals, signs and accents do not matter, nor words around it, nor one slip of the finger in a long word.</summary>
internal static class SameWords
{
    // In a shorter word one letter makes another word: "mata" and "data".
    private const int LongWord = 5;

    public static bool Are(string right, string typed)
    {
        var (wanted, given) = (Words(right), Words(typed));
        return wanted.Length > 0 && Enumerable.Range(0, Math.Max(0, given.Length - wanted.Length + 1)).Any(from => wanted.Select((word, i) => (word, given[from + i])).All(pair => Same(pair.word, pair.Item2)));
    }

    private static bool Same(string one, string other) => one == other || (one.Length >= LongWord && OneSlip(one, other));

    /// <summary>One letter more, less or other, or two neighbours changed about.</summary>
    private static bool OneSlip(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 1)
        {
            return false;
        }

        var from = one.Zip(other).TakeWhile(p => p.First == p.Second).Count();
        var (a, b) = (one[from..], other[from..]);
        return (a.Length > 0 && b.Length > 0 && a[1..] == b[1..])
            || (a.Length > 0 && a[1..] == b)
            || (b.Length > 0 && a == b[1..])
            || (a.Length > 1 && b.Length > 1 && a[0] == b[1] && a[1] == b[0] && a[2..] == b[2..]);
    }

    private static string[] Words(string text)
    {
        var plain = text.Normalize(NormalizationForm.FormD).ToLowerInvariant().Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark);
        return new string([.. plain.Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}

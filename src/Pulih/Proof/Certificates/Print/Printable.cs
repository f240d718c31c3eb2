using System.Globalization;
using System.Text;
using Pulih.Platform.Print;

namespace Pulih.Proof.Certificates.Print;

/// <summary>Turns what people typed into what the embedded fonts can print.</summary>
internal static class Printable
{
    private const int Longest = 160;

    /// <summary>Composed, on one line, without invisible or turning characters and without signs the fonts lack; the fallback when nothing readable is left.</summary>
    public static string Of(string? typed, string fallback)
    {
        var kept = new StringBuilder();
        foreach (var rune in (typed ?? "").EnumerateRunes())
        {
            // Unpaired surrogates arrive here as U+FFFD, which the fonts lack.
            kept.Append(Rune.IsWhiteSpace(rune) || Rune.IsControl(rune) ? " " : rune.ToString());
        }

        var text = new StringBuilder();
        foreach (var rune in kept.ToString().Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.NonSpacingMark) && Faces.CanShow(rune))
            {
                text.Append(rune);
            }
        }

        var words = text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var line = string.Join(' ', words);
        line = line.Length > Longest ? string.Concat(line.AsSpan(0, Longest - 1).TrimEnd(), "…") : line;
        return line.Any(char.IsLetterOrDigit) ? line : fallback;
    }
}

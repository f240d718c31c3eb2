using System.Globalization;
using System.Text;

namespace Pulih.Registry.Words;

/// <summary>People's short texts made safe to keep in one line: no invisible, direction or control characters, single spaces.</summary>
internal static class CleanText
{
    public static string Of(string typed)
    {
        var clean = new StringBuilder(typed.Length);
        foreach (var rune in typed.Normalized().EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (Rune.IsWhiteSpace(rune))
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                {
                    clean.Append(' ');
                }
            }
            else if (rune.Value == 0x200D || category is not (UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned) && rune != Rune.ReplacementChar)
            {
                // The joiner stays for the emoji made of several; elsewhere it is taken out below.
                clean.Append(rune);
            }
        }

        return WithoutLooseJoiners(clean).TrimEnd();
    }

    /// <summary>The text cut to so many characters as people count them; an emoji is never cut in half.</summary>
    public static string Cut(string text, int most)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        for (var taken = 0; elements.MoveNext(); taken++)
        {
            if (taken == most || elements.ElementIndex > most * 8)
            {
                return text[..elements.ElementIndex].TrimEnd();
            }
        }

        return text;
    }

    private static string Normalized(this string typed)
    {
        // A lone surrogate makes Normalize throw; EnumerateRunes turns it into a replacement that Of leaves out.
        var whole = new StringBuilder(typed.Length);
        foreach (var rune in typed.EnumerateRunes())
        {
            whole.Append(rune);
        }

        return whole.ToString().Normalize(NormalizationForm.FormC);
    }

    private static string WithoutLooseJoiners(StringBuilder text)
    {
        for (var i = text.Length - 1; i >= 0; i--)
        {
            if (text[i] == '\u200D' && (i == 0 || i == text.Length - 1 || text[i - 1] < '\u2000' || text[i + 1] < '\u2000'))
            {
                text.Remove(i, 1);
            }
        }

        return text.ToString();
    }
}

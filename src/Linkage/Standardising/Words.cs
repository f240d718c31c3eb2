using System.Globalization;
using System.Text;

namespace Linkage.Standardising;

/// <summary>Plain lower-case words of a text.</summary>
public static class Words
{
    private const int RecentBits = 17;
    private static readonly Recent<string> Known = new(RecentBits, word => word);

    /// <summary>A copy of this word that others hold already, where it was met lately: most words of a list come again and again.</summary>
    public static string Shared(string word) => Known.Of(word);

    /// <summary>Lower case without accents; everything but letters, digits and the characters kept becomes a space.</summary>
    public static string Plain(string text, string keep = "")
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in IsAscii(text) ? text : text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                plain.Append(char.ToLowerInvariant(c));
            }
            else if (keep.Contains(c, StringComparison.Ordinal) || char.IsLetterOrDigit(c))
            {
                plain.Append(char.ToLowerInvariant(c));
            }
            else if (c is not ('\'' or '’' or '`') && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(' ');
            }
        }

        return plain.ToString();
    }

    /// <summary>The words of a text in their order.</summary>
    public static string[] Of(string text, string keep = "") => Plain(text, keep).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The lines of a table that travels with the library, without comments.</summary>
    internal static IEnumerable<string[]> Table(string name) =>
        Resource(name).Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] != '#').Select(l => l.TrimEnd('\r').Split('\t'));

    /// <summary>The text of a file that travels with the library.</summary>
    internal static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(Words).Assembly.GetManifestResourceStream($"Linkage.Data.{name}") ?? throw new InvalidOperationException($"{name} is not in the library."));
        return reader.ReadToEnd();
    }

    private static bool IsAscii(string text) => Ascii.IsValid(text);
}

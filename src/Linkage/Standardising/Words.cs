using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Linkage.Standardising;

/// <summary>Plain lower-case words of a text, each kept once in memory, so that equal words are the same object.</summary>
public static class Words
{
    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);

    /// <summary>The one copy of this word.</summary>
    public static string Shared(string word) => Known.GetOrAdd(word, word);

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

using System.Text;

namespace Pulih.Platform.Language;

/// <summary>The words of names and numbers as they are stored and searched: lower-case letters a to z and digits only.</summary>
public static class WordsOf
{
    /// <summary>A longer word is cut; what is stored of it has this length.</summary>
    public const int Longest = 24;

    /// <summary>The words of texts, each once, in their order; single letters are none.</summary>
    public static List<string> Texts(params ReadOnlySpan<string?> texts)
    {
        var words = new List<string>();
        foreach (var text in texts)
        {
            Split(text ?? "", words);
        }

        return words;
    }

    /// <summary>What sorts after every stored word that begins with this one.</summary>
    public static string After(string word) => word.PadRight(Longest + 1, 'z');

    private static void Split(string text, List<string> words)
    {
        var word = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormKD).Append(' '))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                word.Append(word.Length < Longest ? char.ToLowerInvariant(c).ToString() : "");
            }
            else if (char.IsWhiteSpace(c) || char.IsPunctuation(c) && c is not '\'' and not '’')
            {
                if (word.Length > 1 && !words.Contains(word.ToString()))
                {
                    words.Add(word.ToString());
                }

                word.Clear();
            }
        }
    }
}

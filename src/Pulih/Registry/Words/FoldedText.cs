using System.Text;

namespace Pulih.Registry.Words;

/// <summary>One word of a folded text; words of one segment stand between the same commas.</summary>
internal readonly record struct Word(int Start, int Length, int Segment, bool Marker);

/// <summary>A text as words in lower case without accents, apostrophes and punctuation, written without gaps so that neighbouring words read as one key.</summary>
internal readonly ref struct FoldedText
{
    public const int MostChars = 256, MostWords = 40;

    private readonly ReadOnlySpan<char> chars;
    private readonly ReadOnlySpan<Word> words;

    private FoldedText(ReadOnlySpan<char> chars, ReadOnlySpan<Word> words)
    {
        this.chars = chars;
        this.words = words;
    }

    public int Count => words.Length;

    public Word this[int i] => words[i];

    /// <summary>The key of several neighbouring words.</summary>
    public ReadOnlySpan<char> Key(int first, int count) =>
        chars[words[first].Start..(words[first + count - 1].Start + words[first + count - 1].Length)];

    /// <summary>Folds as much of the text as the two buffers hold.</summary>
    public static FoldedText Read(ReadOnlySpan<char> text, Spellings spellings, Span<char> chars, Span<Word> words)
    {
        if (!Ascii.IsValid(text))
        {
            text = WithoutAccents(text);
        }

        int written = 0, count = 0, start = 0, segment = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : ' ';
            if (char.IsAsciiLetterOrDigit(c))
            {
                if (written == chars.Length)
                {
                    break;
                }

                chars[written++] = char.ToLowerInvariant(c);
                continue;
            }

            if (c is '\'' or '`')
            {
                continue;
            }

            if (written > start)
            {
                if (count == words.Length)
                {
                    break;
                }

                var (keep, marker) = spellings.Settle(chars, start, ref written);
                if (keep)
                {
                    words[count++] = new Word(start, written - start, segment, marker);
                }

                start = written;
            }

            if (c is ',' or ';' or '\n' or '(')
            {
                segment++;
            }
        }

        return new FoldedText(chars[..start], words[..count]);
    }

    private static string WithoutAccents(ReadOnlySpan<char> text)
    {
        Span<char> plain = text.Length <= MostChars ? stackalloc char[text.Length] : new char[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            // A surrogate, lone or paired, is never part of a name; alone it would make Normalize throw.
            plain[i] = text[i] switch { '’' or '‘' or 'ʼ' or '´' => '\'', var c when char.IsSurrogate(c) => ' ', var c => c };
        }

        var folded = new StringBuilder(plain.Length);
        foreach (var c in new string(plain).Normalize(NormalizationForm.FormKD))
        {
            if (char.GetUnicodeCategory(c) is not (System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.Format))
            {
                folded.Append(c);
            }
        }

        return folded.ToString();
    }
}

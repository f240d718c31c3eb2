using Pulih.Platform.Print;

namespace Pulih.Proof.Certificates.Print;

/// <summary>A text broken into lines at the largest size that fits its place.</summary>
internal sealed record Fitted(IReadOnlyList<string> Lines, double Size)
{
    /// <summary>Tries one line down to the middle of the sizes, then more lines, and at the smallest size cuts with an ellipsis.</summary>
    public static Fitted Into(double width, int lines, Face face, double largest, double smallest, string text)
    {
        for (var allowed = 1; allowed <= lines; allowed++)
        {
            var floor = allowed == lines ? smallest : (largest + smallest) / 2;
            for (var size = largest; size >= floor; size -= 1)
            {
                var broken = Break(text, size, face, width);
                if (broken.Count <= allowed)
                {
                    return new(broken, size);
                }
            }
        }

        var cut = Break(text, smallest, face, width).Take(lines).ToArray();
        cut[^1] = Shorten(cut[^1] + "…", smallest, face, width);
        return new(cut, smallest);
    }

    private static List<string> Break(string text, double size, Face face, double width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ').SelectMany(w => Pieces(w, size, face, width)))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (Faces.Width(face, size, longer) <= width)
            {
                line = longer;
                continue;
            }

            lines.Add(line);
            line = word;
        }

        lines.Add(line);
        return lines;
    }

    // A single word wider than the place is cut where the place ends.
    private static IEnumerable<string> Pieces(string word, double size, Face face, double width)
    {
        while (Faces.Width(face, size, word) > width)
        {
            using var font = Faces.At(face, size);
            var fits = Math.Max(1, font.BreakText(word, (float)width));
            yield return word[..fits];
            word = word[fits..];
        }

        yield return word;
    }

    private static string Shorten(string line, double size, Face face, double width)
    {
        while (line.Length > 2 && Faces.Width(face, size, line) > width)
        {
            line = string.Concat(line.AsSpan(0, line.Length - 2), "…");
        }

        return line;
    }
}

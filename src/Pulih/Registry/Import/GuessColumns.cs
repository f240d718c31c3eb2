using System.Collections.Frozen;
using Linkage.Standardising;
using Linkage.Umkm;
using Pulih.Registry.Words;

namespace Pulih.Registry.Import;

/// <summary>Finds the header row of a list and what its columns mean, by the words partners use and, where those say nothing, by what stands below.</summary>
internal static class GuessColumns
{
    /// <summary>A list may begin with its title, a logo's row and merged group headings.</summary>
    public const int LookedThrough = 20;

    private static readonly FrozenDictionary<string, string> ByWords = TableFile.Rows("Pulih.HeaderWords.tsv")
        .SelectMany(row => row.Skip(1).Select(words => (Words: Key(words), Column: row[0])))
        .DistinctBy(w => w.Words).ToFrozenDictionary(w => w.Words, w => w.Column, StringComparer.Ordinal);

    /// <summary>The row that heads the list among its first ones: the one of which most words are known; the first where none is.</summary>
    public static int HeaderRow(IReadOnlyList<string[]> first) =>
        first.Select((cells, at) => (at, known: Meanings(cells, []).Count(m => m.Length > 0))).OrderByDescending(r => r.known).ThenBy(r => r.at).Select(r => r.at).FirstOrDefault();

    /// <summary>For each header its column of <see cref="UmkmRecord.Columns"/>, or nothing; no column twice.</summary>
    public static string[] Meanings(IReadOnlyList<string> headers, IReadOnlyList<string[]> below)
    {
        var guessed = headers.Select(h => ByWords.GetValueOrDefault(Key(h), "")).ToArray();
        for (var i = 0; i < guessed.Length; i++)
        {
            guessed[i] = guessed[i].Length > 0 ? guessed[i] : Within(headers[i]);
        }

        for (var i = 0; i < guessed.Length; i++)
        {
            guessed[i] = guessed[i].Length > 0 ? guessed[i] : ByContent([.. below.Select(r => i < r.Length ? r[i] : "").Where(c => c.Length > 0)]);
        }

        var taken = new HashSet<string>(StringComparer.Ordinal);
        return [.. guessed.Select(g => g.Length > 0 && taken.Add(g) ? g : "")];
    }

    // "Nomor HP (WhatsApp aktif)" contains "nomor hp"; a single short word inside others says too little.
    private static string Within(string header)
    {
        var key = " " + string.Join(' ', WordsOf(header)) + " ";
        return ByWords.Where(w => w.Key.Length >= 5 && key.Contains($" {w.Key} ", StringComparison.Ordinal)).OrderByDescending(w => w.Key.Length).Select(w => w.Value).FirstOrDefault() ?? "";
    }

    private static string ByContent(IReadOnlyList<string> cells) => cells.Count < 3 ? "" :
        Most(cells, c => Numbers.Nik(c) is not null) ? "nik"
        : Most(cells, c => Numbers.Phones(c).Length > 0 && Numbers.Digits(c).Length >= c.Length / 2) ? "phone"
        : Most(cells, c => Numbers.Nib(c) is not null) ? "nib"
        : Most(cells, c => c.Contains('@', StringComparison.Ordinal)) ? "email" : "";

    private static bool Most(IReadOnlyList<string> cells, Func<string, bool> fits) => cells.Count(fits) * 2 > cells.Count;

    private static string Key(string header) => string.Join(' ', WordsOf(header));

    private static IEnumerable<string> WordsOf(string header) =>
        new string([.. header.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

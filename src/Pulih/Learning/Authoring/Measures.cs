using Pulih.Learning.Contracts;

namespace Pulih.Learning.Authoring;

/// <summary>What a text asks of its reader and of the programme's purse, as an author sees it while typing.</summary>
/// <param name="Seconds">How long it takes to hear it read aloud.</param>
/// <param name="WordsASentence">The average.</param>
/// <param name="Longest">Words of the longest sentence.</param>
internal sealed record Measures(int Words, int Seconds, double WordsASentence, int Longest)
{
    /// <summary>Read aloud slowly and clearly: two words a second.</summary>
    private const double WordsASecond = 2;

    // Short sentences are what plain-language guides agree on for any language; the bounds are ours.
    private const double EasyAverage = 10;
    private const int EasyLongest = 16;
    private const double HardAverage = 15;
    private const int HardLongest = 25;
    private static readonly char[] Ends = ['.', '!', '?', '\n', ':', ';'];

    /// <summary>easy, fair or hard: the word of a text.</summary>
    public string Level =>
        WordsASentence <= EasyAverage && Longest <= EasyLongest ? "easy" : WordsASentence > HardAverage || Longest > HardLongest ? "hard" : "fair";

    public static Measures Of(string text)
    {
        var sentences = text.Split(Ends, StringSplitOptions.RemoveEmptyEntries).Select(s => s.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(w => w.Any(char.IsLetterOrDigit))).Where(n => n > 0).ToList();
        var words = sentences.Sum();
        return new(words, (int)Math.Ceiling(words / WordsASecond), sentences.Count == 0 ? 0 : sentences.Average(), sentences.Count == 0 ? 0 : sentences.Max());
    }

    public static Measures Of(Lesson lesson) => Of(string.Join('\n', lesson.Steps.Select(s => s.ChatText)));
}

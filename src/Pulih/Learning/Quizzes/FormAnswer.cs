using System.Globalization;
using Pulih.Learning.Contracts;

namespace Pulih.Learning.Quizzes;

/// <summary>Reads the answer a form brought; the partial view <c>_Question</c> makes its fields.</summary>
internal static class FormAnswer
{
    /// <summary>The answer, or null when there is none that can be taken.</summary>
    /// <param name="form">What was sent.</param>
    /// <param name="asked">The question.</param>
    /// <param name="suffix">What the fields' names end in.</param>
    public static string? Of(IFormCollection form, AskedQuestion asked, string suffix = "") => asked.Question.Kind switch
    {
        QuestionKind.Number or QuestionKind.Text => form["answer" + suffix].ToString() is { Length: > 0 and <= AskedQuestion.LongestAnswer } typed ? asked.Read(typed) : null,
        QuestionKind.Order => Numbers(form["rank" + suffix]) is var ranks && ranks.Count == asked.Shown.Count && ranks.Order().SequenceEqual(Enumerable.Range(1, ranks.Count))
            ? asked.Chosen([.. Enumerable.Range(0, ranks.Count).OrderBy(i => ranks[i])])
            : null,
        _ => asked.Chosen(Numbers(form["option" + suffix])),
    };

    private static List<int> Numbers(IEnumerable<string?> written) =>
        [.. written.Select(w => int.TryParse(w, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1)];
}

/// <summary>What the partial view of a question shows.</summary>
/// <param name="Asked">The question.</param>
/// <param name="Language">The course's.</param>
/// <param name="Suffix">What the fields' names end in, where a page has several questions.</param>
/// <param name="Error">What is wrong with what was sent; null when nothing is.</param>
internal sealed record QuestionShown(AskedQuestion Asked, string Language, string Suffix = "", string? Error = null)
{
    /// <summary>Where the question is spoken; null where it is not, or is shown in another order than it is spoken in.</summary>
    public string? Audio { get; init; }
}

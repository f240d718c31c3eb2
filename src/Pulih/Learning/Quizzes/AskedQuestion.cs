using System.Globalization;
using Pulih.Learning.Contracts;
using Pulih.Learning.Packs;
using Pulih.Platform.Language;

namespace Pulih.Learning.Quizzes;

/// <summary>A question as one attempt asks it. Answers are kept by the pack's numbers, so that they mean the same whatever the order shown.</summary>
/// <param name="Question">What is asked.</param>
/// <param name="Shown">The places of the options in the pack, from 0, in the order they are shown.</param>
internal sealed record AskedQuestion(Question Question, IReadOnlyList<int> Shown)
{
    /// <summary>A typed answer is kept up to so many characters.</summary>
    public const int LongestAnswer = 100;

    public IReadOnlyList<string> Options => [.. Shown.Select(i => Question.Options[i])];

    /// <summary>Where the question is spoken. Options shown in another order than they are spoken in would mislead, so then it is not.</summary>
    public string? AudioOf(CompiledCourse course) => Question.Audio is { } audio && Shown.SequenceEqual(Shown.Order()) ? CourseMedia.ForEar(course, audio) : null;

    /// <summary>It is tapped and not typed.</summary>
    public bool IsTapped => Question.Kind == QuestionKind.Single;

    /// <summary>The answer that chooses options by the places they are shown at, from 0; null when it is none.</summary>
    public string? Chosen(IReadOnlyCollection<int> places)
    {
        if (places.Count == 0 || places.Any(p => p < 0 || p >= Shown.Count) || places.Distinct().Count() < places.Count)
        {
            return null;
        }

        var numbers = places.Select(p => Shown[p] + 1);
        return Question.Kind switch
        {
            QuestionKind.Single => places.Count == 1 ? Written(numbers) : null,
            QuestionKind.Multiple => Written(numbers.Order()),
            QuestionKind.Order => places.Count == Shown.Count ? Written(numbers) : null,
            _ => null,
        };
    }

    /// <summary>What was typed, as an answer; null when it cannot be understood as one.</summary>
    public string? Read(string typed) => Question.Kind switch
    {
        QuestionKind.Single => TypedOption.Of(Options, typed) is { } place ? Chosen([place]) : null,
        QuestionKind.Multiple or QuestionKind.Order => (TypedOption.AllOf(Options, typed) ?? (TypedOption.Of(Options, typed) is { } only ? [only] : null)) is { } places ? Chosen([.. places]) : null,
        QuestionKind.Number => TypedNumber.Of(typed)?.ToString(CultureInfo.InvariantCulture),
        _ => typed.Trim() is { Length: > 0 and <= LongestAnswer } words ? words : null,
    };

    public bool IsRight(string answer) => Question.Kind switch
    {
        QuestionKind.Number => Math.Abs(Number(answer) - Number(Question.Right)) <= Question.Within,
        QuestionKind.Text => Question.AlsoRight.Prepend(Question.Right).Any(right => SameWords.Are(right, answer)),
        _ => answer == Question.Right,
    };

    /// <summary>The right answer as a person reads it.</summary>
    public string RightWords => Question.Kind switch
    {
        QuestionKind.Number => Number(Question.Right).ToString("#,0.##", CultureInfo.CurrentCulture),
        QuestionKind.Text => Question.Right,
        QuestionKind.Order => string.Join(" → ", Chosen(Question.Right)),
        _ => string.Join(", ", Chosen(Question.Right)),
    };

    /// <summary>What is said to who gave this answer, where the pack has words for it.</summary>
    public string? Said(string answer) =>
        Question.Kind == QuestionKind.Single ? Question.Said.GetValueOrDefault(int.Parse(answer, CultureInfo.InvariantCulture)) : null;

    private IEnumerable<string> Chosen(string answer) => answer.Split(',').Select(n => Question.Options[int.Parse(n, CultureInfo.InvariantCulture) - 1]);

    private static decimal Number(string written) => decimal.Parse(written, NumberStyles.Number, CultureInfo.InvariantCulture);

    private static string Written(IEnumerable<int> numbers) => string.Join(',', numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)));
}

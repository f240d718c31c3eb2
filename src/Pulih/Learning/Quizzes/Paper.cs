using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Pulih.Learning.Contracts;

namespace Pulih.Learning.Quizzes;

/// <summary>
/// The questions of one attempt. What is drawn and in which order follows from the enrolment and the attempt's number
/// alone, so chat and page ask the same, anybody can replay it, and the next attempt is another paper.
/// </summary>
internal static class Paper
{
    /// <summary>The questions in the order they are asked; attempts count from 1.</summary>
    public static IReadOnlyList<AskedQuestion> Of(CompiledCourse course, Guid enrolment, int attempt)
    {
        var quiz = course.Quiz;
        string Key(string id) => string.Create(CultureInfo.InvariantCulture, $"{enrolment:N}/{course.Code}/{attempt}/{id}");
        var drawn = quiz.Draw is { } most ? quiz.Questions.OrderBy(q => Lot(Key(q.Id)), StringComparer.Ordinal).Take(most).ToHashSet() : null;
        var asked = quiz.Questions.Where(q => drawn?.Contains(q) != false);
        return
        [
            .. from question in quiz.Shuffles ? asked.OrderBy(q => Lot(Key("place/" + q.Id)), StringComparer.Ordinal) : asked
               select new AskedQuestion(question, Shown(question, quiz.Shuffles, Key)),
        ];
    }

    /// <summary>The question of this place alone.</summary>
    public static AskedQuestion Question(CompiledCourse course, Guid enrolment, int attempt, int question) =>
        course.Quiz is { Draw: null, Shuffles: false } plain && plain.Questions[question] is { Kind: not QuestionKind.Order } asked
            ? new(asked, [.. Enumerable.Range(0, asked.Options.Count)])
            : Of(course, enrolment, attempt)[question];

    private static List<int> Shown(Question question, bool shuffles, Func<string, string> key)
    {
        var inOrder = Enumerable.Range(0, question.Options.Count).ToList();
        // Two options, such as true and false, have no order worth shuffling.
        if (question.Kind != QuestionKind.Order && (!shuffles || inOrder.Count == 2))
        {
            return inOrder;
        }

        var shown = inOrder.OrderBy(i => Lot(key(string.Create(CultureInfo.InvariantCulture, $"{question.Id}/{i}"))), StringComparer.Ordinal).ToList();

        // What is to be put in order is never shown in it.
        return question.Kind == QuestionKind.Order && shown.SequenceEqual(inOrder) ? [.. shown[1..], shown[0]] : shown;
    }

    private static string Lot(string key) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}

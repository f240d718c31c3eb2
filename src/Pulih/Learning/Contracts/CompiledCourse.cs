namespace Pulih.Learning.Contracts;

/// <summary>A course as learners meet it: checked, unchangeable, the same for chat and web.</summary>
public sealed record CompiledCourse(
    string Code,
    string Version,
    string Language,
    string Title,
    string Summary,
    int Minutes,
    IReadOnlyList<string> Authors,
    string Licence,
    IReadOnlyList<Lesson> Lessons,
    Quiz Quiz)
{
    // The quiz's explanations ride in the message of the next question, so only the result and the certificate come on top.
    private const int ResultAndCertificate = 2;

    /// <summary>How many messages one learner costs from the first step to the certificate, when the quiz is passed at once.</summary>
    public int OutgoingMessages => Lessons.Sum(lesson => lesson.Steps.Count) + Quiz.Questions.Count + ResultAndCertificate;
}

/// <summary>One lesson; numbers begin with 1.</summary>
public sealed record Lesson(int Number, string Title, IReadOnlyList<Step> Steps);

/// <summary>One message of a lesson in chat, one section of it on the web.</summary>
public sealed record Step(string ChatText, string Html, Drawing? Drawing);

/// <summary>A drawing of the pack, named without folder and ending, with its own measures; <see cref="Alt"/> says what it shows.</summary>
public sealed record Drawing(string Name, string Alt, int Width, int Height);

/// <summary>The questions at the end of a course, of which <see cref="Needed"/> must be right.</summary>
public sealed record Quiz(int Needed, IReadOnlyList<Question> Questions);

/// <summary>One question; <see cref="Correct"/> is the index of the right option, from 0.</summary>
public sealed record Question(string Id, string Text, IReadOnlyList<string> Options, int Correct, string Explain);

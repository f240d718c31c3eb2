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

    // The task itself is told with the quiz's result; what came in and what a trainer said of it are two more.
    private const int TaskAndVerdict = 2;

    /// <summary>What is to be done in the shop besides; null for a course without.</summary>
    public PracticalTask? Task { get; init; }

    /// <summary>The voice is a computer's, which is said to who listens.</summary>
    public bool VoiceIsSynthetic { get; init; }

    /// <summary>Every step and question is spoken, so the course can be taken by ear.</summary>
    public bool IsSpoken => Lessons.All(lesson => lesson.Steps.All(step => step.Audio is not null)) && Quiz.Questions.All(question => question.Audio is not null);

    /// <summary>So many minutes in live classes of the programme belong to the course; 0 for none.</summary>
    public int ClassMinutes { get; init; }

    /// <summary>How many messages one learner costs from the first step to the certificate, when quiz and task are passed at once.</summary>
    public int OutgoingMessages => Lessons.Sum(lesson => lesson.Steps.Count) + Quiz.Asks + (Quiz.Limit is null ? 0 : 1) + ResultAndCertificate + (Task is null ? 0 : TaskAndVerdict);
}

/// <summary>One lesson; numbers begin with 1.</summary>
public sealed record Lesson(int Number, string Title, IReadOnlyList<Step> Steps);

/// <summary>One message of a lesson in chat, one section of it on the web.</summary>
public sealed record Step(string ChatText, string Html, Drawing? Drawing)
{
    /// <summary>The file in which the step is spoken, such as <c>01-1.ogg</c>; null where nobody has spoken it.</summary>
    public string? Audio { get; init; }
}

/// <summary>A picture of the pack: a drawing (<c>jendela.svg</c>) or a photo (<c>toko.jpg</c>), with its own measures; <see cref="Alt"/> says what it shows.</summary>
public sealed record Drawing(string File, string Alt, int Width, int Height);

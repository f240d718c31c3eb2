using System.Runtime.InteropServices;
using Pulih.Learning.Contracts;

namespace Pulih.Learning.Progress;

/// <summary>
/// Where a learner stands in a course: a step that is open, a question that is open, a quiz not begun or over. Chat asks
/// it what would come next before anything happens; <see cref="CourseProgress"/> moves by the same rules.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Place(int Lesson, int Step, int Attempt, int Question, int Right)
{
    public static readonly Place Start;

    public bool InLessons(CompiledCourse course) => Lesson < course.Lessons.Count;

    /// <summary>The lessons are seen, and a quiz with a time limit waits for the tap that begins it.</summary>
    public bool BeforeQuiz(CompiledCourse course) => !InLessons(course) && Attempt == 0;

    public bool InQuiz(CompiledCourse course) => !InLessons(course) && Attempt > 0 && Question < course.Quiz.Asks;

    public bool Passed(CompiledCourse course) => QuizIsOver(course) && Right >= course.Quiz.Needed;

    public bool CanRepeatQuiz(CompiledCourse course) => QuizIsOver(course) && !Passed(course);

    public Step OpenStep(CompiledCourse course) => course.Lessons[Lesson].Steps[Step];

    /// <summary>The last step of its lesson, and another lesson follows.</summary>
    public bool EndsLesson(CompiledCourse course) => Lesson < course.Lessons.Count - 1 && Step == course.Lessons[Lesson].Steps.Count - 1;

    /// <summary>The open step was seen; the next one is open, or the first question of the first attempt.</summary>
    public Place AfterStep(CompiledCourse course)
    {
        if (!InLessons(course))
        {
            throw new InvalidOperationException($"No step of {course.Code} is open.");
        }

        if (Step + 1 < course.Lessons[Lesson].Steps.Count)
        {
            return this with { Step = Step + 1 };
        }

        var next = this with { Lesson = Lesson + 1, Step = 0 };
        return next.InLessons(course) || course.Quiz.Limit is not null ? next : next with { Attempt = 1 };
    }

    /// <summary>The open question was answered.</summary>
    public Place AfterAnswer(CompiledCourse course, bool right)
    {
        if (!InQuiz(course))
        {
            throw new InvalidOperationException($"No question of {course.Code} is open.");
        }

        return this with { Question = Question + 1, Right = Right + (right ? 1 : 0) };
    }

    /// <summary>The attempt's time is over: what was not answered is not right.</summary>
    public Place AfterTimeUp(CompiledCourse course) =>
        InQuiz(course) ? this with { Question = course.Quiz.Asks } : throw new InvalidOperationException($"No question of {course.Code} is open.");

    /// <summary>A quiz begins, or begins again from its first question.</summary>
    public Place AfterRepeat(CompiledCourse course)
    {
        if (!BeforeQuiz(course) && !CanRepeatQuiz(course))
        {
            throw new InvalidOperationException($"The quiz of {course.Code} cannot be begun now.");
        }

        return this with { Attempt = Attempt + 1, Question = 0, Right = 0 };
    }

    private bool QuizIsOver(CompiledCourse course) => !InLessons(course) && Attempt > 0 && Question >= course.Quiz.Asks;
}

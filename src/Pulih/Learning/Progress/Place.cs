using System.Runtime.InteropServices;
using Pulih.Learning.Contracts;

namespace Pulih.Learning.Progress;

/// <summary>
/// Where a learner stands in a course: a step that is open, a question that is open, or a quiz that is over. Chat asks
/// it what would come next before anything happens; <see cref="CourseProgress"/> moves by the same rules.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Place(int Lesson, int Step, int Attempt, int Question, int Right)
{
    public static readonly Place Start;

    public bool InLessons(CompiledCourse course) => Lesson < course.Lessons.Count;

    public bool InQuiz(CompiledCourse course) => !InLessons(course) && Question < course.Quiz.Questions.Count;

    public bool Passed(CompiledCourse course) => !InLessons(course) && !InQuiz(course) && Right >= course.Quiz.Needed;

    public bool CanRepeatQuiz(CompiledCourse course) => !InLessons(course) && !InQuiz(course) && !Passed(course);

    public Step OpenStep(CompiledCourse course) => course.Lessons[Lesson].Steps[Step];

    public Question OpenQuestion(CompiledCourse course) => course.Quiz.Questions[Question];

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
        return next.InLessons(course) ? next : next with { Attempt = 1 };
    }

    /// <summary>The open question was answered; whether rightly shows in <see cref="Right"/>.</summary>
    public Place AfterAnswer(CompiledCourse course, int option)
    {
        if (!InQuiz(course))
        {
            throw new InvalidOperationException($"No question of {course.Code} is open.");
        }

        return this with { Question = Question + 1, Right = Right + (IsRight(course, option) ? 1 : 0) };
    }

    public bool IsRight(CompiledCourse course, int option) => OpenQuestion(course).Correct == option;

    /// <summary>A quiz that was not passed begins again from its first question.</summary>
    public Place AfterRepeat(CompiledCourse course)
    {
        if (!CanRepeatQuiz(course))
        {
            throw new InvalidOperationException($"The quiz of {course.Code} cannot be repeated now.");
        }

        return this with { Attempt = Attempt + 1, Question = 0, Right = 0 };
    }
}

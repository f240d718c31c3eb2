using Pulih.Learning.Contracts;

namespace Pulih.Learning.Progress;

/// <summary>How far a practical task has come.</summary>
internal enum TaskState
{
    /// <summary>Nothing was handed in.</summary>
    None = 0,

    /// <summary>A trainer is to look at it.</summary>
    Waiting = 1,

    /// <summary>Looked at, and to be done once more.</summary>
    Returned = 2,
    Accepted = 3,
}

/// <summary>What keeps a learner from completing a course: the one rule of completion, which chat, page and desk say in one sentence.</summary>
/// <param name="Lessons">Lessons not seen to their end.</param>
/// <param name="Quiz">The quiz was not passed.</param>
/// <param name="Minutes">Minutes of live classes still to come.</param>
/// <param name="Task">How far the task is, where it is not accepted; else null.</param>
internal sealed record Missing(int Lessons, bool Quiz, int Minutes, TaskState? Task)
{
    public bool Nothing => this is { Lessons: 0, Quiz: false, Minutes: 0, Task: null };

    public static Missing Of(CompiledCourse course, CourseProgress? progress) => Of(course, progress?.Place ?? Place.Start, progress);

    /// <summary>What would be missing at another place than where the progress stands now.</summary>
    public static Missing Of(CompiledCourse course, Place place, CourseProgress? progress) => new(
        Math.Max(0, course.Lessons.Count - place.Lesson),
        !place.Passed(course),
        Math.Max(0, course.ClassMinutes - (progress?.ClassMinutes ?? 0)),
        course.Task is null || progress?.Task == TaskState.Accepted ? null : progress?.Task ?? TaskState.None);
}

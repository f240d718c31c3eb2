using Pulih.Platform.Events;

namespace Pulih.Learning.Contracts;

/// <summary>A learner began a course, in the version they will keep.</summary>
public sealed record CourseBegun(Guid EnrolmentId, Guid PersonId, Guid BusinessId, string CourseCode, string CourseVersion) : IEvent
{
    public static string Name => "learning.course-begun";
}

/// <summary>A learner saw the last lesson of a course and stands before its quiz.</summary>
public sealed record LessonsCompleted(Guid EnrolmentId, Guid PersonId, string CourseCode) : IEvent
{
    public static string Name => "learning.lessons-completed";
}

/// <summary>A learner did everything a course asks for, its task and its class minutes included: what a certificate and a credit stand on.</summary>
public sealed record CourseCompleted(
    Guid EnrolmentId,
    Guid PersonId,
    Guid BusinessId,
    Guid ProgrammeId,
    Guid CohortId,
    Guid PartnerId,
    string CourseCode,
    string CourseVersion,
    string CourseTitle,
    Guid AttemptId,
    int Score,
    int Of,
    int LessonsSeen,
    DateTime BegunAt,
    DateTime CompletedAt) : IEvent
{
    /// <summary>The hand-in a trainer accepted; null where the course has no task.</summary>
    public Guid? HandInId { get; init; }

    /// <summary>The minutes of live classes to the learner's credit.</summary>
    public int ClassMinutes { get; init; }

    public static string Name => "learning.course-completed";
}

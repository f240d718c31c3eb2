using Pulih.Learning.Contracts;
using Pulih.Learning.Progress;
using Pulih.Participation.Contracts;

namespace Pulih.Learning.Conversation;

/// <summary>One course of one enrolment, and how far it has come; not begun when there is no progress.</summary>
internal sealed class Study(EnrolmentInfo enrolment, CompiledCourse course, CourseProgress? progress)
{
    public EnrolmentInfo Enrolment => enrolment;

    public CompiledCourse Course => course;

    /// <summary>Set when the course is begun within the batch.</summary>
    public CourseProgress? Progress { get; set; } = progress;

    /// <summary>The name of the partner who brought the learner, where there is one.</summary>
    public string? Partner { get; init; }

    public Place Place => Progress?.Place ?? Place.Start;

    public bool Finished => Progress?.CompletedAt is not null;

    public bool Is(Guid enrolmentId, string code) => Enrolment.Id == enrolmentId && Course.Code == code;
}

using Pulih.Learning.Contracts;
using Pulih.Learning.Progress;
using Pulih.Learning.Quizzes;
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

    /// <summary>The question of a place of this study.</summary>
    public AskedQuestion Question(Place place) => Paper.Question(Course, Enrolment.Id, place.Attempt, place.Question);

    public bool Finished => Progress?.CompletedAt is not null;

    /// <summary>The learner has something to do in it: it is not finished, and not waiting for a trainer or a class alone.</summary>
    public bool IsTheirs => !Finished && (!Place.Passed(Course) || Missing.Of(Course, Progress).Task is TaskState.None or TaskState.Returned);

    /// <summary>The open question is answered with words.</summary>
    public bool AsksForWords => Progress is not null && Place.InQuiz(Course) && Question(Place).Question.Kind == QuestionKind.Text;

    /// <summary>A photo or link would be taken as its task now.</summary>
    public bool TakesWork => Progress?.TakesWork(Course) == true;

    public bool Is(Guid enrolmentId, string code) => Enrolment.Id == enrolmentId && Course.Code == code;
}

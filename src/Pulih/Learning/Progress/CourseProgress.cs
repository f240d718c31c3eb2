using Microsoft.EntityFrameworkCore;
using Pulih.Learning.Contracts;
using Pulih.Participation.Contracts;
using Pulih.Platform.Events;
using Pulih.Platform.Facts;
using Pulih.Platform.Storage;

namespace Pulih.Learning.Progress;

/// <summary>
/// One enrolment's way through one course, in the version it began with. Chat and web move it by the same methods,
/// which never save; whoever was beaten to it by the other re-reads and repeats.
/// </summary>
internal sealed class CourseProgress
{
    private CourseProgress()
    {
    }

    public Guid Id { get; private init; }
    public Guid EnrolmentId { get; private init; }
    public Guid PersonId { get; private init; }
    public Guid BusinessId { get; private init; }
    public string CourseCode { get; private init; } = "";
    public string CourseVersion { get; private init; } = "";
    public int Lesson { get; private set; }
    public int Step { get; private set; }
    public int Attempt { get; private set; }
    public int Question { get; private set; }
    public int Right { get; private set; }

    /// <summary>The open attempt at the quiz, or the last one; null until every lesson was seen.</summary>
    public Guid? AttemptId { get; private set; }

    public int BestScore { get; private set; }
    public DateTime BegunAt { get; private init; }
    public DateTime ChangedAt { get; private set; }
    public DateTime? CompletedAt { get; private set; }

    /// <summary>Two writers cannot both win.</summary>
    public int Version { get; private set; }

    public Place Place
    {
        get => new(Lesson, Step, Attempt, Question, Right);
        private set => (Lesson, Step, Attempt, Question, Right) = value;
    }

    public static CourseProgress Begin(EnrolmentInfo enrolment, CompiledCourse course, PulihDb db, TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var progress = new CourseProgress
        {
            Id = Ids.Next(clock),
            EnrolmentId = enrolment.Id,
            PersonId = enrolment.PersonId,
            BusinessId = enrolment.BusinessId,
            CourseCode = course.Code,
            CourseVersion = course.Version,
            BegunAt = now,
            ChangedAt = now,
        };
        db.Add(progress);
        db.Attest("learning.course-begun", enrolment.PersonId, new { enrolment = enrolment.Id, course = course.Code, version = course.Version }, clock);
        db.Raise(new CourseBegun(enrolment.Id, enrolment.PersonId, enrolment.BusinessId, course.Code, course.Version), clock);
        return progress;
    }

    /// <summary>The open step was seen.</summary>
    public void SeeStep(CompiledCourse course, PulihDb db, TimeProvider clock)
    {
        var seen = Place;
        Move(seen.AfterStep(course), db, clock);
        if (!Place.InLessons(course))
        {
            AttemptId = Ids.Next(clock);
            db.Raise(new LessonsCompleted(EnrolmentId, PersonId, CourseCode), clock);
        }

        var fact = db.Attest(
            "learning.step-seen", PersonId,
            new { enrolment = EnrolmentId, course = CourseCode, version = CourseVersion, lesson = seen.Lesson + 1, step = seen.Step + 1 }, clock);
        db.Add(new StepSeen { ProgressId = Id, Lesson = seen.Lesson, Step = seen.Step, SeenAt = ChangedAt, FactId = fact });
    }

    /// <summary>The open question was answered with the option of this index; the last answer ends the attempt.</summary>
    public void Answer(CompiledCourse course, EnrolmentInfo enrolment, int option, PulihDb db, TimeProvider clock)
    {
        var asked = Place;
        var right = asked.IsRight(course, option);
        Move(asked.AfterAnswer(course, option), db, clock);
        BestScore = Math.Max(BestScore, Right);
        var question = asked.OpenQuestion(course).Id;
        var fact = db.Attest(
            "learning.answered", PersonId,
            new { enrolment = EnrolmentId, course = CourseCode, version = CourseVersion, attempt = AttemptId, question, option = option + 1, right }, clock);
        db.Add(new AnswerGiven
        {
            AttemptId = AttemptId!.Value, Question = asked.Question, ProgressId = Id, QuestionId = question, Option = option, Right = right, AnsweredAt = ChangedAt, FactId = fact,
        });
        if (Place.Passed(course))
        {
            Complete(course, enrolment, db, clock);
        }
    }

    /// <summary>What is told of a course that was completed.</summary>
    public CourseCompleted Completion(CompiledCourse course, EnrolmentInfo enrolment) => new(
        EnrolmentId, PersonId, BusinessId, enrolment.ProgrammeId, enrolment.CohortId, enrolment.PartnerId, CourseCode, CourseVersion, course.Title,
        AttemptId!.Value, Right, course.Quiz.Questions.Count, course.Lessons.Count, BegunAt, CompletedAt!.Value);

    /// <summary>A quiz that was not passed begins again.</summary>
    public void RepeatQuiz(CompiledCourse course, PulihDb db, TimeProvider clock)
    {
        Move(Place.AfterRepeat(course), db, clock);
        AttemptId = Ids.Next(clock);
    }

    private void Complete(CompiledCourse course, EnrolmentInfo enrolment, PulihDb db, TimeProvider clock)
    {
        CompletedAt = ChangedAt;
        db.Attest(
            "learning.course-completed", PersonId,
            new { enrolment = EnrolmentId, course = CourseCode, version = CourseVersion, attempt = AttemptId, score = Right, of = course.Quiz.Questions.Count }, clock);
        db.Raise(Completion(course, enrolment), clock);
    }

    private void Move(Place to, PulihDb db, TimeProvider clock)
    {
        var entry = db.Entry(this);
        if (entry.State is EntityState.Detached or EntityState.Unchanged)
        {
            // Before the change, so that the version is compared with the one that was read; and by hand, because a
            // lane does not search its batch for changes.
            entry.State = EntityState.Modified;
        }

        Place = to;
        ChangedAt = clock.GetUtcNow().UtcDateTime;
        Version++;
    }
}

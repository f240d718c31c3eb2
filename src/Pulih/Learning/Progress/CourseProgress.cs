using Microsoft.EntityFrameworkCore;
using Pulih.Learning.Contracts;
using Pulih.Learning.Quizzes;
using Pulih.Learning.Tasks;
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

    /// <summary>When the open attempt began, or the last one ended.</summary>
    public DateTime? QuizAt { get; private set; }

    /// <summary>Attempts a human gave on top of those the course allows.</summary>
    public int ExtraAttempts { get; private set; }

    public int BestScore { get; private set; }

    /// <summary>The minutes of live classes to the learner's credit, as last counted; see <see cref="CountClassMinutes"/>.</summary>
    public int ClassMinutes { get; private set; }

    public TaskState Task { get; private set; }

    /// <summary>The hand-in that waits, or was judged last; null until something was handed in.</summary>
    public Guid? HandInId { get; private set; }

    /// <summary>How many photos and links the hand-in has.</summary>
    public int Pieces { get; private set; }
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
            if (Place.InQuiz(course))
            {
                (AttemptId, QuizAt) = (Ids.Next(clock), ChangedAt);
            }

            db.Raise(new LessonsCompleted(EnrolmentId, PersonId, CourseCode), clock);
        }

        var fact = db.Attest(
            "learning.step-seen", PersonId,
            new { enrolment = EnrolmentId, course = CourseCode, version = CourseVersion, lesson = seen.Lesson + 1, step = seen.Step + 1 }, clock);
        db.Add(new StepSeen { ProgressId = Id, Lesson = seen.Lesson, Step = seen.Step, SeenAt = ChangedAt, FactId = fact });
    }

    /// <summary>The question that is open.</summary>
    public AskedQuestion OpenQuestion(CompiledCourse course) => Paper.Question(course, EnrolmentId, Attempt, Question);

    /// <summary>The open question was answered; the last answer ends the attempt.</summary>
    public void Answer(CompiledCourse course, EnrolmentInfo enrolment, string answer, PulihDb db, TimeProvider clock)
    {
        var asked = Place;
        var open = OpenQuestion(course);
        var right = open.IsRight(answer);
        Move(asked.AfterAnswer(course, right), db, clock);
        if (!Place.InQuiz(course))
        {
            QuizAt = ChangedAt;
        }

        BestScore = Math.Max(BestScore, Right);
        var question = open.Question.Id;
        var fact = db.Attest(
            "learning.answered", PersonId,
            new { enrolment = EnrolmentId, course = CourseCode, version = CourseVersion, attempt = AttemptId, question, answer, right }, clock);
        db.Add(new AnswerGiven
        {
            AttemptId = AttemptId!.Value, Question = asked.Question, ProgressId = Id, QuestionId = question, Answer = answer, Right = right, AnsweredAt = ChangedAt, FactId = fact,
        });
        CompleteWhenDone(course, enrolment, db, clock);
    }

    /// <summary>Takes a photo or link as the task, or adds it to what waits for the trainer already.</summary>
    public void HandIn(CompiledCourse course, Piece piece, PulihDb db, TimeProvider clock)
    {
        if (!TakesWork(course))
        {
            throw new InvalidOperationException($"No task of {course.Code} is open.");
        }

        Move(Place, db, clock);
        if (Task != TaskState.Waiting)
        {
            (Task, HandInId, Pieces) = (TaskState.Waiting, piece.HandInId, 0);
            db.Add(new HandIn { Id = piece.HandInId, ProgressId = Id, PersonId = PersonId, EnrolmentId = EnrolmentId, CourseCode = CourseCode, CourseVersion = CourseVersion, At = ChangedAt });
        }

        Pieces++;
        db.Add(piece.Of(HandInId!.Value));
        db.Attest("learning.task-handed-in", PersonId, new { enrolment = EnrolmentId, course = CourseCode, handIn = HandInId, piece = piece.Id }, clock);
    }

    /// <summary>A photo or link would be taken as the task now.</summary>
    public bool TakesWork(CompiledCourse course) => Missing.Of(course, this) is { Quiz: false, Lessons: 0, Task: { } task } && (task != TaskState.Waiting || Pieces < Piece.Most);

    /// <summary>The hand-in was judged; when nothing else is missing the course is completed.</summary>
    public void Judged(CompiledCourse course, EnrolmentInfo enrolment, bool accepted, PulihDb db, TimeProvider clock)
    {
        Move(Place, db, clock);
        Task = accepted ? TaskState.Accepted : TaskState.Returned;
        CompleteWhenDone(course, enrolment, db, clock);
    }

    /// <summary>So many minutes of classes are to the learner's credit; when nothing else is missing the course is completed.</summary>
    public void Credit(CompiledCourse course, EnrolmentInfo enrolment, int minutes, PulihDb db, TimeProvider clock)
    {
        if (minutes != ClassMinutes)
        {
            Move(Place, db, clock);
            ClassMinutes = minutes;
            CompleteWhenDone(course, enrolment, db, clock);
        }
    }

    /// <summary>What is told of a course that was completed.</summary>
    public CourseCompleted Completion(CompiledCourse course, EnrolmentInfo enrolment) => new(
        EnrolmentId, PersonId, BusinessId, enrolment.ProgrammeId, enrolment.CohortId, enrolment.PartnerId, CourseCode, CourseVersion, course.Title,
        AttemptId!.Value, Right, course.Quiz.Asks, course.Lessons.Count, BegunAt, CompletedAt!.Value)
    {
        HandInId = Task == TaskState.Accepted ? HandInId : null, ClassMinutes = ClassMinutes,
    };

    /// <summary>The open attempt's time was over at this moment.</summary>
    public bool TimeIsUp(CompiledCourse course, DateTime at) => Place.InQuiz(course) && course.Quiz.Limit is { } limit && QuizAt is { } began && at > began + limit;

    /// <summary>Ends an attempt whose time is over; it may have been passed all the same.</summary>
    public void EndAttempt(CompiledCourse course, EnrolmentInfo enrolment, PulihDb db, TimeProvider clock)
    {
        Move(Place.AfterTimeUp(course), db, clock);
        QuizAt = ChangedAt;
        db.Attest("learning.time-up", PersonId, new { enrolment = EnrolmentId, course = CourseCode, attempt = AttemptId, right = Right }, clock);
        CompleteWhenDone(course, enrolment, db, clock);
    }

    /// <summary>How many attempts are left; null where the course sets no limit.</summary>
    public int? AttemptsLeft(CompiledCourse course) => AttemptsLeft(course, Place);

    /// <summary>How many are left at a place that is reached only now.</summary>
    public int? AttemptsLeft(CompiledCourse course, Place at) => course.Quiz.Attempts == 0 ? null : Math.Max(0, course.Quiz.Attempts + ExtraAttempts - at.Attempt);

    /// <summary>When the quiz may be begun (again): at once, at a later moment, or, where no attempt is left, never (null).</summary>
    public DateTime? QuizOpensAt(CompiledCourse course) =>
        AttemptsLeft(course) == 0 ? null : Place.CanRepeatQuiz(course) && QuizAt is { } ended ? ended + course.Quiz.Wait : ChangedAt;

    /// <summary>A quiz begins, or one that was not passed begins again. Whether it may now is asked before: <see cref="QuizOpensAt"/>.</summary>
    public void BeginQuiz(CompiledCourse course, PulihDb db, TimeProvider clock)
    {
        Move(Place.AfterRepeat(course), db, clock);
        (AttemptId, QuizAt) = (Ids.Next(clock), ChangedAt);
    }

    /// <summary>A human gives one more attempt.</summary>
    public void GiveAttempt(string by, PulihDb db, TimeProvider clock)
    {
        Move(Place, db, clock);
        ExtraAttempts++;
        db.Attest("learning.attempt-given", PersonId, new { enrolment = EnrolmentId, course = CourseCode, by }, clock);
    }

    private void CompleteWhenDone(CompiledCourse course, EnrolmentInfo enrolment, PulihDb db, TimeProvider clock)
    {
        if (CompletedAt is not null || !Missing.Of(course, this).Nothing)
        {
            return;
        }

        CompletedAt = ChangedAt;
        db.Attest(
            "learning.course-completed", PersonId,
            new { enrolment = EnrolmentId, course = CourseCode, version = CourseVersion, attempt = AttemptId, score = Right, of = course.Quiz.Asks, handIn = HandInId, classMinutes = ClassMinutes }, clock);
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

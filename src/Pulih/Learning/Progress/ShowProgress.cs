using Microsoft.EntityFrameworkCore;
using Pulih.Learning.Contracts;
using Pulih.Participation.Contracts;
using Pulih.Platform.Storage;

namespace Pulih.Learning.Progress;

/// <summary>How far a learner is in one course, for whoever looks after them.</summary>
/// <param name="Lesson">The open lesson, from 1; past the last one the quiz is open.</param>
internal sealed record Way(string Title, int Lesson, int Lessons, int BestScore, int Questions, DateTime BegunAt, DateTime ChangedAt, DateTime? CompletedAt)
{
    /// <summary>What is still missing, in one sentence.</summary>
    public string? Missing { get; init; }

    /// <summary>Set where no attempt at the quiz is left, for who may give one more.</summary>
    public Guid? NoAttemptLeft { get; init; }
}

/// <summary>The courses on a participant's page, for the enrolments its reader may see.</summary>
internal sealed class ShowProgress(ICourses courses, MissingSentence sentence) : IShowParticipant
{
    public int Order => 20;

    public async Task<ParticipantPart?> Of(PulihDb db, ParticipantShown shown, CancellationToken cancel)
    {
        var begun = await db.Set<CourseProgress>().AsNoTracking().Where(p => shown.EnrolmentIds.Contains(p.EnrolmentId)).OrderByDescending(p => p.BegunAt).ToListAsync(cancel);
        List<Way> ways = [.. from p in begun
            let course = courses.Find(p.CourseCode, p.CourseVersion) ?? courses.Find(p.CourseCode)
            where course is not null
            select new Way(course.Title, p.Lesson + 1, course.Lessons.Count, p.BestScore, course.Quiz.Asks, p.BegunAt, p.ChangedAt, p.CompletedAt) 
            {
                Missing = p.CompletedAt is null ? sentence.Of(Missing.Of(course, p)) : null, NoAttemptLeft = p.Place.CanRepeatQuiz(course) && p.AttemptsLeft(course) == 0 ? p.Id : null,
            }];
        return ways.Count == 0 ? null : new("/Learning/Progress/_Progress.cshtml", ways);
    }
}

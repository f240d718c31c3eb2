using Microsoft.EntityFrameworkCore;
using Pulih.Learning.Conversation;
using Pulih.Learning.Packs;
using Pulih.Learning.Progress;
using Pulih.Participation.Contracts;
using Pulih.Platform.Storage;

namespace Pulih.Learning.Web;

/// <summary>Opens a learner's course by the token of a personal link. Whose it is follows from the link alone.</summary>
internal sealed class FindStudy(PulihDb db, IEnrolments enrolments, Courses courses)
{
    public async Task<Study?> By(string token, CancellationToken cancel)
    {
        // A link is only made for a course that was begun, so link and progress come together.
        var hash = PersonalLink.HashOf(token);
        var progress = await db.Set<PersonalLink>().Where(link => link.TokenHash == hash)
            .Join(
                db.Set<CourseProgress>(),
                link => new { link.EnrolmentId, link.CourseCode },
                own => new { own.EnrolmentId, own.CourseCode },
                (_, own) => own)
            .AsNoTracking().SingleOrDefaultAsync(cancel);
        if (progress is null)
        {
            return null;
        }

        var enrolled = await enrolments.Load(db, [progress.PersonId], cancel);
        var enrolment = enrolled.GetValueOrDefault(progress.PersonId)?.FirstOrDefault(e => e.Id == progress.EnrolmentId);
        await courses.Fetch(db, [(progress.CourseCode, progress.CourseVersion)], cancel);
        var course = courses.Find(progress.CourseCode, progress.CourseVersion);
        return enrolment is null || course is null ? null : new(enrolment, course, progress);
    }
}

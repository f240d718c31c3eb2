using Microsoft.EntityFrameworkCore;
using Pulih.Learning.Contracts;
using Pulih.Learning.Packs;
using Pulih.Learning.Progress;
using Pulih.Platform.Storage;

namespace Pulih.Learning.Web;

/// <summary>
/// Opens a learner's course by the token of a personal link. Whose it is follows from the link alone, and a page needs
/// no more than this one query, compiled once.
/// </summary>
internal sealed class FindByLink(Courses courses)
{
    // A link is only made for a course that was begun, so link and progress come together.
    private static readonly Func<PulihDb, string, CancellationToken, Task<CourseProgress?>> Query = EF.CompileAsyncQuery(
        (PulihDb db, string hash, CancellationToken _) => db.Set<PersonalLink>().Where(link => link.TokenHash == hash)
            .Join(
                db.Set<CourseProgress>(),
                link => new { link.EnrolmentId, link.CourseCode },
                own => new { own.EnrolmentId, own.CourseCode },
                (_, own) => own)
            .AsNoTracking().SingleOrDefault());

    /// <summary>The course in the version that was begun, and how far it has come; null for a link that opens nothing.</summary>
    public async Task<(CompiledCourse Course, CourseProgress Progress)?> By(string token, PulihDb db, CancellationToken cancel)
    {
        if (await Query(db, PersonalLink.HashOf(token), cancel) is not { } progress)
        {
            return null;
        }

        await courses.Fetch(db, [(progress.CourseCode, progress.CourseVersion)], cancel);
        return courses.Find(progress.CourseCode, progress.CourseVersion) is { } course ? (course, progress) : null;
    }
}

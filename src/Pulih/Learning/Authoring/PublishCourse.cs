using Microsoft.EntityFrameworkCore;
using Pulih.Learning.Packs;
using Pulih.Platform.Facts;
using Pulih.Platform.Storage;

namespace Pulih.Learning.Authoring;

/// <summary>Puts a version of a course on offer. Who has begun another one ends that one.</summary>
internal sealed class PublishCourse(PulihDb db, TimeProvider clock)
{
    /// <summary>Offers what these files make; gives what is wrong with them, and does nothing then. Never saves.</summary>
    public async Task<IReadOnlyList<PackProblem>> From(PackFiles files, string by, CancellationToken cancel)
    {
        var source = files.Source();
        var (course, problems) = CompileCourse.From(source);
        if (course is null)
        {
            return problems;
        }

        if (!await db.Set<StoredPack>().AnyAsync(p => p.CourseCode == course.Code && p.CourseVersion == course.Version, cancel))
        {
            db.Add(new StoredPack { CourseCode = course.Code, CourseVersion = course.Version, Zip = source.ToZip(), FirstOfferedAt = clock.GetUtcNow().UtcDateTime });
        }

        Offer(course.Code, course.Version, by);
        return [];
    }

    /// <summary>Offers a version that is stored already.</summary>
    public void Offer(string code, string version, string by)
    {
        var offer = new Offer { Id = Ids.Next(clock), CourseCode = code, CourseVersion = version, At = clock.GetUtcNow().UtcDateTime, By = by };
        db.Add(offer);
        db.Attest("learning.course-offered", offer.Id, new { course = code, version }, clock);
    }
}

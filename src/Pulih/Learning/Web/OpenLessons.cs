using Microsoft.EntityFrameworkCore;
using Pulih.Learning.Contracts;
using Pulih.Learning.Progress;
using Pulih.Participation.Contracts;
using Pulih.Platform.Storage;

namespace Pulih.Learning.Web;

/// <summary>Begins a course on the web, with a personal link as its door.</summary>
internal sealed class OpenLessons(ICourses courses, IEnrolments enrolments, TimeProvider clock) : IOpenLessons
{
    public string? Door(PulihDb db, EnrolmentInfo enrolment)
    {
        if (courses.Find(enrolment.CourseCode) is not { } course)
        {
            return null;
        }

        CourseProgress.Begin(enrolment, course, db, clock);
        return Link(db, enrolment, course.Code);
    }

    public async Task<IReadOnlyDictionary<Guid, string>> Ways(PulihDb db, IReadOnlyCollection<Guid> personIds, CancellationToken cancel)
    {
        var enrolled = (await enrolments.Load(db, personIds, cancel)).ToDictionary(e => e.Key, e => e.Value[0]);
        var ids = enrolled.Values.Select(e => e.Id).ToList();
        var begun = (await db.Set<CourseProgress>().AsNoTracking().Where(p => ids.Contains(p.EnrolmentId)).Select(p => new { p.EnrolmentId, p.CourseCode, p.BegunAt, Over = p.CompletedAt != null }).ToListAsync(cancel))
            .GroupBy(p => p.EnrolmentId).ToDictionary(g => g.Key, g => g.OrderBy(p => p.Over).ThenByDescending(p => p.BegunAt).First().CourseCode);
        return enrolled.Where(e => begun.ContainsKey(e.Value.Id)).ToDictionary(e => e.Key, e => Link(db, e.Value, begun[e.Value.Id]));
    }

    private string Link(PulihDb db, EnrolmentInfo enrolment, string course)
    {
        var token = PersonalLink.NewToken();
        db.Add(PersonalLink.For(enrolment, course, token, clock));
        return $"/belajar/{token}";
    }
}

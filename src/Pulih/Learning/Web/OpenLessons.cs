using Pulih.Learning.Contracts;
using Pulih.Learning.Progress;
using Pulih.Participation.Contracts;
using Pulih.Platform.Storage;

namespace Pulih.Learning.Web;

/// <summary>Begins a course on the web, with a personal link as its door.</summary>
internal sealed class OpenLessons(ICourses courses, TimeProvider clock) : IOpenLessons
{
    public string? Door(PulihDb db, EnrolmentInfo enrolment)
    {
        if (courses.Find(enrolment.CourseCode) is not { } course)
        {
            return null;
        }

        var token = PersonalLink.NewToken();
        CourseProgress.Begin(enrolment, course, db, clock);
        db.Add(PersonalLink.For(enrolment, course.Code, token, clock));
        return $"/belajar/{token}";
    }
}

using Microsoft.EntityFrameworkCore;
using Pulih.Learning.Conversation;
using Pulih.Participation.Contracts;
using Pulih.Platform.Storage;

namespace Pulih.Learning.Web;

/// <summary>Opens a learner's course by the token of a personal link. Whose it is follows from the link alone.</summary>
internal sealed class FindStudy(PulihDb db, IEnrolments enrolments, RecallLearning recall)
{
    public async Task<Study?> By(string token, CancellationToken cancel)
    {
        var hash = PersonalLink.HashOf(token);
        var link = await db.Set<PersonalLink>().AsNoTracking().SingleOrDefaultAsync(l => l.TokenHash == hash, cancel);
        if (link is null)
        {
            return null;
        }

        var enrolled = await enrolments.Load(db, [link.PersonId], cancel);
        var enrolment = enrolled.GetValueOrDefault(link.PersonId)?.FirstOrDefault(e => e.Id == link.EnrolmentId);
        var begun = await recall.Begun(db, [link.PersonId], cancel);
        return enrolment is null ? null : recall.Study(enrolment, link.CourseCode, begun[enrolment.Id]);
    }
}

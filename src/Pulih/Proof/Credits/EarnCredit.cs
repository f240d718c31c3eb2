using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Events;
using Pulih.Platform.Facts;
using Pulih.Platform.Storage;
using Pulih.Proof.Contracts;
using Pulih.Proof.Evidence;

namespace Pulih.Proof.Credits;

/// <summary>Counts a business where it was not counted yet. Two at once meet the unique index; the later one is told again and then finds the first.</summary>
internal sealed class EarnCredit(TimeProvider clock)
{
    public async Task From(CourseEvidence evidence, PulihDb db, CancellationToken cancel)
    {
        var earlier = await EarlierOf(evidence.BusinessId, db, cancel);
        var inProgramme = earlier.Where(c => c.ProgrammeId == evidence.ProgrammeId).ToArray();
        if (inProgramme.Any(c => c.PartnerId == evidence.PartnerId))
        {
            return;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var credit = Credit.From(evidence, Ids.Next(clock), inProgramme.Length == 0, earlier.Count == 0, now);
        db.Add(credit);
        db.AddRange(Delta.Of(credit, clock));
        db.Attest("proof.credit-earned", credit.BusinessId, Content(credit, evidence), clock);
        if (credit.InProgramme)
        {
            db.Raise(new CreditEarned(credit.Id, credit.BusinessId, credit.ProgrammeId, credit.PartnerId, credit.National), clock);
        }
    }

    private static async Task<List<(Guid ProgrammeId, Guid PartnerId)>> EarlierOf(Guid businessId, PulihDb db, CancellationToken cancel)
    {
        var saved = await db.Set<Credit>().Where(c => c.BusinessId == businessId).Select(c => new { c.ProgrammeId, c.PartnerId }).ToListAsync(cancel);
        var unsaved = db.Set<Credit>().Local.Where(c => c.BusinessId == businessId);
        return [.. saved.Select(c => (c.ProgrammeId, c.PartnerId)), .. unsaved.Select(c => (c.ProgrammeId, c.PartnerId))];
    }

    private static object Content(Credit credit, CourseEvidence evidence) => new
    {
        credit = credit.Id,
        programme = credit.ProgrammeId,
        partner = credit.PartnerId,
        cohort = evidence.CohortId,
        evidence = evidence.Id,
        enrolment = evidence.EnrolmentId,
        course = evidence.CourseCode,
        version = evidence.CourseVersion,
        attempt = evidence.AttemptId,
        lessons = evidence.LessonsSeen,
        score = evidence.Score,
        of = evidence.Of,
        month = credit.Cell.Month,
        province = credit.Cell.Province,
        sex = credit.Cell.Sex,
        sector = credit.Cell.Sector,
        inProgramme = credit.InProgramme,
        national = credit.National,
    };
}

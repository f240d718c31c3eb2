using System.Runtime.InteropServices;
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
    public async Task From(IReadOnlyCollection<CourseEvidence> proven, PulihDb db, CancellationToken cancel)
    {
        var businesses = proven.Select(e => e.BusinessId).Distinct().ToArray();
        var earlier = (await db.Set<Credit>().Where(c => businesses.Contains(c.BusinessId)).Select(c => new { c.BusinessId, c.ProgrammeId, c.PartnerId }).ToListAsync(cancel))
            .GroupBy(c => c.BusinessId).ToDictionary(g => g.Key, g => g.Select(c => (c.ProgrammeId, c.PartnerId)).ToHashSet());
        foreach (var evidence in proven)
        {
            var counted = CollectionsMarshal.GetValueRefOrAddDefault(earlier, evidence.BusinessId, out _) ??= [];
            var (national, inProgramme) = (counted.Count == 0, counted.All(c => c.ProgrammeId != evidence.ProgrammeId));
            if (counted.Add((evidence.ProgrammeId, evidence.PartnerId)))
            {
                Earn(evidence, inProgramme, national, db);
            }
        }
    }

    private void Earn(CourseEvidence evidence, bool inProgramme, bool national, PulihDb db)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var credit = Credit.From(evidence, Ids.Next(clock), inProgramme, national, now);
        db.Add(credit);
        db.AddRange(Delta.Of(credit, clock));
        db.Attest("proof.credit-earned", credit.BusinessId, Content(credit, evidence), clock);
        if (credit.InProgramme)
        {
            db.Raise(new CreditEarned(credit.Id, credit.BusinessId, credit.ProgrammeId, credit.PartnerId, credit.National), clock);
        }
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

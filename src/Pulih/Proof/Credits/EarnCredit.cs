using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Events;
using Pulih.Platform.Facts;
using Pulih.Platform.Storage;
using Pulih.Proof.Contracts;
using Pulih.Proof.Evidence;
using Pulih.Registry.Contracts;

namespace Pulih.Proof.Credits;

/// <summary>Counts a business where it was not counted yet. Two at once meet the unique key; the later one is told again and then finds the first.</summary>
internal sealed class EarnCredit(IBusinesses businesses, TimeProvider clock)
{
    public async Task From(IReadOnlyCollection<CourseEvidence> proven, PulihDb db, CancellationToken cancel)
    {
        var groups = await businesses.Groups(db, [.. proven.Select(e => e.BusinessId).Distinct()], cancel);
        var all = groups.Values.SelectMany(g => g).Distinct().ToList();
        var earlier = await db.Set<Credit>().Where(c => all.Contains(c.BusinessId)).Select(c => new { c.BusinessId, c.ProgrammeId, c.PartnerId }).ToListAsync(cancel);
        var earned = earlier.Select(c => (c.BusinessId, c.ProgrammeId, c.PartnerId)).ToHashSet();
        // Where any of the businesses that are one counts already, however that stands in their credits at this moment.
        var taken = earlier.SelectMany(c => FirstCredits.Places(c.ProgrammeId, c.PartnerId).Select(p => (c.BusinessId, p))).ToHashSet();
        foreach (var evidence in proven.Where(e => earned.Add((e.BusinessId, e.ProgrammeId, e.PartnerId))))
        {
            var group = groups[evidence.BusinessId];
            var places = FirstCredits.Places(evidence.ProgrammeId, evidence.PartnerId).ToHashSet();
            places.RemoveWhere(p => group.Any(b => taken.Contains((b, p))));
            Earn(evidence, group[0], places, db);
            taken.UnionWith(FirstCredits.Places(evidence.ProgrammeId, evidence.PartnerId).Select(p => (evidence.BusinessId, p)));
        }
    }

    private void Earn(CourseEvidence evidence, Guid kept, HashSet<(Guid Programme, Guid Partner)> places, PulihDb db)
    {
        var credit = Credit.From(evidence, Ids.Next(clock), clock.GetUtcNow().UtcDateTime);
        db.Add(credit);
        db.AddRange(credit.CountAs(places, clock));
        db.AddRange(places.Select(p => new CountedOnce { BusinessId = kept, ProgrammeId = p.Programme, PartnerId = p.Partner, CreditId = credit.Id }));
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

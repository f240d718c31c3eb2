using Microsoft.EntityFrameworkCore;
using Pulih.Learning.Contracts;
using Pulih.Platform.Events;
using Pulih.Platform.Storage;
using Pulih.Proof.Certificates;
using Pulih.Proof.Credits;
using Pulih.Proof.Rules;
using Pulih.Registry.Contracts;

namespace Pulih.Proof.Evidence;

/// <summary>Keeps the evidence of a completed course and gives what it earns: a credit, where the business has none yet, and a certificate.</summary>
internal sealed class ProveCompletion(Trained trained, EarnCredit earn, IssueCertificate issue, IPeople people, TimeProvider clock) : IHandle<CourseCompleted>
{
    public async Task Handle(IReadOnlyList<CourseCompleted> happened, PulihDb db, CancellationToken cancel)
    {
        var fresh = await Unknown(happened, db, cancel);
        fresh.ForEach(trained.Require);
        var owners = await people.Load(db, [.. fresh.Select(c => c.PersonId).Distinct()], cancel);
        var proven = new List<CourseEvidence>(fresh.Count);
        foreach (var completed in fresh)
        {
            var person = owners.GetValueOrDefault(completed.PersonId);
            var business = person?.Businesses.SingleOrDefault(b => b.Id == completed.BusinessId)
                ?? throw new InvalidOperationException($"Enrolment {completed.EnrolmentId} completed {completed.CourseCode}, but person {completed.PersonId} has no business {completed.BusinessId}.");
            var evidence = CourseEvidence.Found(Ids.Next(clock), completed, business, person!.Sex);
            db.Add(evidence);
            await issue.New(evidence, completed.CourseTitle, person, business, db, cancel);
            proven.Add(evidence);
        }

        await earn.From(proven, db, cancel);
    }

    // Told again, in this list or earlier: the evidence is kept once.
    private static async Task<List<CourseCompleted>> Unknown(IReadOnlyList<CourseCompleted> happened, PulihDb db, CancellationToken cancel)
    {
        var enrolments = happened.Select(h => h.EnrolmentId).Distinct().ToArray();
        var known = (await db.Set<CourseEvidence>().Where(e => enrolments.Contains(e.EnrolmentId)).Select(e => new { e.EnrolmentId, e.CourseCode }).ToListAsync(cancel))
            .Select(e => (e.EnrolmentId, e.CourseCode)).ToHashSet();
        return [.. happened.Where(h => known.Add((h.EnrolmentId, h.CourseCode)))];
    }
}

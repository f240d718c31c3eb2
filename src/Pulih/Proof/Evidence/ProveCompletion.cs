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
    public async Task Handle(CourseCompleted happened, PulihDb db, CancellationToken cancel)
    {
        // Nothing is changed here, only added; otherwise each look at what is unsaved would compare the whole batch.
        var watched = db.ChangeTracker.AutoDetectChangesEnabled;
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            await Prove(happened, db, cancel);
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = watched;
        }
    }

    private async Task Prove(CourseCompleted happened, PulihDb db, CancellationToken cancel)
    {
        if (await IsKnown(happened, db, cancel))
        {
            return;
        }

        trained.Require(happened);
        var person = (await people.Load(db, [happened.PersonId], cancel)).GetValueOrDefault(happened.PersonId);
        var business = person?.Businesses.SingleOrDefault(b => b.Id == happened.BusinessId)
            ?? throw new InvalidOperationException($"Enrolment {happened.EnrolmentId} completed {happened.CourseCode}, but person {happened.PersonId} has no business {happened.BusinessId}.");
        var evidence = CourseEvidence.Found(Ids.Next(clock), happened, business, person!.Sex);
        db.Add(evidence);
        await earn.From(evidence, db, cancel);
        await issue.From(evidence, happened.CourseTitle, person, business, db, cancel);
    }

    // Several events are saved together, so what this one repeats may not be in the database yet.
    private static async Task<bool> IsKnown(CourseCompleted happened, PulihDb db, CancellationToken cancel) =>
        db.Set<CourseEvidence>().Local.Any(e => e.EnrolmentId == happened.EnrolmentId && e.CourseCode == happened.CourseCode)
        || await db.Set<CourseEvidence>().AnyAsync(e => e.EnrolmentId == happened.EnrolmentId && e.CourseCode == happened.CourseCode, cancel);
}

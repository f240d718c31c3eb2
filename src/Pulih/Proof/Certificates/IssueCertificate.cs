using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Events;
using Pulih.Platform.Facts;
using Pulih.Platform.Storage;
using Pulih.Programmes.Contracts;
using Pulih.Proof.Contracts;
using Pulih.Proof.Evidence;
using Pulih.Registry.Contracts;

namespace Pulih.Proof.Certificates;

/// <summary>Issues a certificate for a completed course, once, and only from its evidence.</summary>
internal sealed class IssueCertificate(IProgrammes programmes, IPeople people, TimeProvider clock)
{
    /// <summary>The certificate of an enrolment and course, issued now if it was not; throws when there is no evidence.</summary>
    public async Task<Certificate> For(Guid enrolmentId, string courseCode, string courseTitle, PulihDb db, CancellationToken cancel)
    {
        var evidence = await db.Set<CourseEvidence>().SingleOrDefaultAsync(e => e.EnrolmentId == enrolmentId && e.CourseCode == courseCode, cancel)
            ?? throw new InvalidOperationException($"Enrolment {enrolmentId} has no evidence for {courseCode}; without it there is no certificate.");
        if (await db.Set<Certificate>().SingleOrDefaultAsync(c => c.EvidenceId == evidence.Id, cancel) is { } issued)
        {
            return issued;
        }

        var person = (await people.Load(db, [evidence.PersonId], cancel)).GetValueOrDefault(evidence.PersonId)
            ?? throw new InvalidOperationException($"Person {evidence.PersonId} of evidence {evidence.Id} is not registered.");
        return await New(evidence, courseTitle, person, person.Businesses.Single(b => b.Id == evidence.BusinessId), db, cancel);
    }

    /// <summary>The certificate of evidence that was found just now; a second one would meet the unique index.</summary>
    public async Task<Certificate> New(CourseEvidence evidence, string courseTitle, PersonInfo person, BusinessInfo business, PulihDb db, CancellationToken cancel)
    {
        var programme = (await programmes.Map(cancel)).ById(evidence.ProgrammeId)
            ?? throw new InvalidOperationException($"Programme {evidence.ProgrammeId} of evidence {evidence.Id} is not known.");
        var wording = new Wording(person.Name, business.Name, courseTitle, programme.Name, programme.Organisers);
        var certificate = Certificate.From(evidence, wording, clock.GetUtcNow().UtcDateTime);
        db.Add(certificate);
        db.Attest("proof.certificate-issued", evidence.PersonId, new { evidence = evidence.Id, course = evidence.CourseCode, score = evidence.Score, of = evidence.Of, date = certificate.Date }, clock);
        db.Raise(new CertificateIssued(certificate.Code, certificate.PersonId, evidence.EnrolmentId, evidence.CourseCode, courseTitle), clock);
        return certificate;
    }
}

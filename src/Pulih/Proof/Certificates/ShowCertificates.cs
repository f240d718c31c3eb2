using Microsoft.EntityFrameworkCore;
using Pulih.Participation.Contracts;
using Pulih.Platform.Storage;
using Pulih.Proof.Evidence;

namespace Pulih.Proof.Certificates;

/// <summary>A certificate in the list of its owner.</summary>
internal sealed record OwnedCertificate(string Code, string CourseTitle, DateOnly Date, int Score, int Of);

/// <summary>The certificates on a participant's page, for the enrolments its reader may see.</summary>
internal sealed class ShowCertificates : IShowParticipant
{
    public int Order => 30;

    public async Task<ParticipantPart?> Of(PulihDb db, ParticipantShown shown, CancellationToken cancel)
    {
        var owned = await db.Set<Certificate>().Where(c => c.PersonId == shown.PersonId)
            .Join(db.Set<CourseEvidence>().Where(e => shown.EnrolmentIds.Contains(e.EnrolmentId)), c => c.EvidenceId, e => e.Id, (c, _) => c)
            .OrderByDescending(c => c.IssuedAt)
            .Select(c => new OwnedCertificate(c.Code, c.CourseTitle, c.Date, c.Score, c.Of))
            .ToListAsync(cancel);
        return owned.Count == 0 ? null : new("/Proof/Certificates/_Certificates.cshtml", owned);
    }
}

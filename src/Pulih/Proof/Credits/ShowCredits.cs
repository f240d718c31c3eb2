using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Storage;
using Pulih.Programmes.Contracts;
using Pulih.Proof.Certificates;
using Pulih.Proof.Evidence;
using Pulih.Registry.Contracts;

namespace Pulih.Proof.Credits;

/// <summary>One credit with the evidence behind it and whether it counts.</summary>
internal sealed record CreditShown(string Programme, string Partner, DateTime EarnedAt, int Score, int Of, int Lessons, string? Certificate, bool ForPartner, bool InProgramme, bool National);

/// <summary>What a business is counted for, on its page.</summary>
internal sealed class ShowCredits(IProgrammes programmes) : IShowBusiness
{
    public int Order => 10;

    public async Task<BusinessPart?> Of(PulihDb db, IReadOnlyList<Guid> businessIds, CancellationToken cancel)
    {
        var map = await programmes.Map(cancel);
        var credits = await db.Set<Credit>().AsNoTracking().Where(c => businessIds.Contains(c.BusinessId)).OrderBy(c => c.Id).ToListAsync(cancel);
        var ids = credits.ConvertAll(c => c.EvidenceId);
        var evidence = await db.Set<CourseEvidence>().AsNoTracking().Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, cancel);
        var certificates = await db.Set<Certificate>().AsNoTracking().Where(c => ids.Contains(c.EvidenceId)).ToDictionaryAsync(c => c.EvidenceId, c => c.Code, cancel);
        List<CreditShown> shown = [.. credits.Where(c => evidence.ContainsKey(c.EvidenceId)).Select(c => new CreditShown(
            map.ById(c.ProgrammeId)?.Name ?? "–", map.Partner(c.PartnerId)?.Name ?? "–", c.EarnedAt, evidence[c.EvidenceId].Score, evidence[c.EvidenceId].Of, evidence[c.EvidenceId].LessonsSeen,
            certificates.GetValueOrDefault(c.EvidenceId), c.ForPartner, c.InProgramme, c.National))];
        return shown.Count == 0 ? null : new("/Proof/Credits/_Credits.cshtml", shown);
    }
}

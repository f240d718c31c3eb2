using Microsoft.EntityFrameworkCore;
using Pulih.Participation.Contracts;
using Pulih.Platform.Events;
using Pulih.Platform.Storage;
using Pulih.Privacy.Contracts;
using Pulih.Registry.Contracts;

namespace Pulih.Recovery.Pulse;

/// <summary>Takes every enrolled business into the panel, once, and heeds whether its owner wants to be asked.</summary>
internal sealed class JoinPanel(IPeople people, IRegions regions, IConsent consent, TimeProvider clock) : IHandle<Enrolled>, IHandle<ConsentWithdrawn>, IHandle<ConsentGiven>
{
    public async Task Handle(IReadOnlyList<Enrolled> happened, PulihDb db, CancellationToken cancel)
    {
        var ids = happened.Select(h => h.BusinessId).Distinct().ToList();
        var known = (await db.Set<PanelMember>().Where(m => ids.Contains(m.BusinessId)).Select(m => m.BusinessId).ToListAsync(cancel)).ToHashSet();
        var owners = await people.Load(db, [.. happened.Select(h => h.PersonId).Distinct()], cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var one in happened)
        {
            if (owners.GetValueOrDefault(one.PersonId)?.Businesses.FirstOrDefault(b => b.Id == one.BusinessId) is { } business && known.Add(one.BusinessId))
            {
                db.Add(PanelMember.Of(one.BusinessId, one.PersonId, one.ProgrammeId, one.PartnerId, regions.Get(business.RegionCode)?.Province.Code ?? "", business.SectorKey, now));
            }
        }
    }

    public Task Handle(IReadOnlyList<ConsentWithdrawn> happened, PulihDb db, CancellationToken cancel) =>
        Follow(happened.Where(h => h.Purpose == ConsentPurpose.MonthlySurvey).Select(h => h.PersonId), db, cancel);

    public Task Handle(IReadOnlyList<ConsentGiven> happened, PulihDb db, CancellationToken cancel) =>
        Follow(happened.Where(h => h.Purpose == ConsentPurpose.MonthlySurvey).Select(h => h.PersonId), db, cancel);

    // Given and withdrawn are told in no order between them: what stands is asked.
    private async Task Follow(IEnumerable<Guid> told, PulihDb db, CancellationToken cancel)
    {
        var ids = told.Distinct().ToList();
        var members = ids.Count == 0 ? [] : await db.Set<PanelMember>().Where(m => ids.Contains(m.PersonId)).ToListAsync(cancel);
        var allowed = members.Count == 0 ? new Dictionary<Guid, Consents>() : await consent.Load(db, ids, cancel);
        foreach (var member in members)
        {
            if (allowed[member.PersonId].Allows(ConsentPurpose.MonthlySurvey))
            {
                member.Return(clock.GetUtcNow().UtcDateTime);
            }
            else
            {
                member.Leave();
            }
        }
    }
}

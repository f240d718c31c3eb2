using Microsoft.EntityFrameworkCore;
using Pulih.Participation.Contracts;
using Pulih.Platform.Events;
using Pulih.Platform.Storage;
using Pulih.Privacy.Contracts;
using Pulih.Registry.Contracts;

namespace Pulih.Recovery.Pulse;

/// <summary>Takes every enrolled business into the panel, once, and heeds whether its owner wants to be asked.</summary>
internal sealed class JoinPanel(IPeople people, IRegions regions, TimeProvider clock) : IHandle<Enrolled>, IHandle<ConsentWithdrawn>, IHandle<ConsentGiven>
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

    public async Task Handle(IReadOnlyList<ConsentWithdrawn> happened, PulihDb db, CancellationToken cancel) =>
        (await Of(db, happened.Where(h => h.Purpose == ConsentPurpose.MonthlySurvey).Select(h => h.PersonId), cancel)).ForEach(m => m.Leave());

    public async Task Handle(IReadOnlyList<ConsentGiven> happened, PulihDb db, CancellationToken cancel) =>
        (await Of(db, happened.Where(h => h.Purpose == ConsentPurpose.MonthlySurvey).Select(h => h.PersonId), cancel)).ForEach(m => m.Return(clock.GetUtcNow().UtcDateTime));

    private static Task<List<PanelMember>> Of(PulihDb db, IEnumerable<Guid> people, CancellationToken cancel)
    {
        var ids = people.Distinct().ToList();
        return db.Set<PanelMember>().Where(m => ids.Contains(m.PersonId)).ToListAsync(cancel);
    }
}

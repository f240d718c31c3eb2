using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Events;
using Pulih.Platform.Storage;
using Pulih.Privacy.Contracts;
using Pulih.Registry.Contracts;

namespace Pulih.Market.Shops;

/// <summary>Keeps shops as their owners want them: closed as soon as the permission is taken back, under the name the business has now.</summary>
internal sealed class FollowOwner(IPeople people, IConsent consent, TimeProvider clock) : IHandle<ConsentWithdrawn>, IHandle<ConsentGiven>, IHandle<OwnerChanged>
{
    public Task Handle(IReadOnlyList<ConsentWithdrawn> happened, PulihDb db, CancellationToken cancel) =>
        Follow(happened.Where(h => h.Purpose == ConsentPurpose.ShowShop).Select(h => h.PersonId), db, cancel);

    public Task Handle(IReadOnlyList<ConsentGiven> happened, PulihDb db, CancellationToken cancel) =>
        Follow(happened.Where(h => h.Purpose == ConsentPurpose.ShowShop).Select(h => h.PersonId), db, cancel);

    public async Task Handle(IReadOnlyList<OwnerChanged> happened, PulihDb db, CancellationToken cancel)
    {
        var ids = happened.Select(h => h.PersonId).Distinct().ToList();
        var shops = await db.Set<Shop>().Where(s => ids.Contains(s.PersonId)).ToListAsync(cancel);
        var owners = shops.Count == 0 ? new Dictionary<Guid, PersonInfo>() : await people.Load(db, ids, cancel);
        foreach (var shop in shops)
        {
            if (owners.GetValueOrDefault(shop.PersonId)?.Businesses.FirstOrDefault(b => b.Id == shop.BusinessId) is { } business && (business.Name != shop.Name || business.RegionCode != shop.RegionCode))
            {
                shop.Follow(business, clock.GetUtcNow().UtcDateTime);
            }
        }
    }

    // Given and withdrawn are told in no order between them: what stands is asked.
    private async Task Follow(IEnumerable<Guid> told, PulihDb db, CancellationToken cancel)
    {
        var ids = told.Distinct().ToList();
        var shops = ids.Count == 0 ? [] : await db.Set<Shop>().Where(s => ids.Contains(s.PersonId)).ToListAsync(cancel);
        var allowed = shops.Count == 0 ? new Dictionary<Guid, Consents>() : await consent.Load(db, ids, cancel);
        foreach (var shop in shops.Where(s => s.IsOpen != allowed[s.PersonId].Allows(ConsentPurpose.ShowShop)))
        {
            shop.Show(!shop.IsOpen, clock.GetUtcNow().UtcDateTime);
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Events;
using Pulih.Platform.Storage;
using Pulih.Privacy.Contracts;
using Pulih.Registry.Contracts;

namespace Pulih.Market.Shops;

/// <summary>Keeps shops as their owners want them: closed as soon as the permission is taken back, under the name the business has now.</summary>
internal sealed class FollowOwner(IPeople people, TimeProvider clock) : IHandle<ConsentWithdrawn>, IHandle<ConsentGiven>, IHandle<OwnerChanged>
{
    public Task Handle(IReadOnlyList<ConsentWithdrawn> happened, PulihDb db, CancellationToken cancel) =>
        Show(happened.Where(h => h.Purpose == ConsentPurpose.ShowShop).Select(h => h.PersonId), open: false, db, cancel);

    public Task Handle(IReadOnlyList<ConsentGiven> happened, PulihDb db, CancellationToken cancel) =>
        Show(happened.Where(h => h.Purpose == ConsentPurpose.ShowShop).Select(h => h.PersonId), open: true, db, cancel);

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

    private async Task Show(IEnumerable<Guid> people, bool open, PulihDb db, CancellationToken cancel)
    {
        var ids = people.Distinct().ToList();
        foreach (var shop in ids.Count == 0 ? [] : await db.Set<Shop>().Where(s => ids.Contains(s.PersonId) && s.IsOpen != open).ToListAsync(cancel))
        {
            shop.Show(open, clock.GetUtcNow().UtcDateTime);
        }
    }
}

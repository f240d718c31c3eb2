using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Storage;
using Pulih.Registry.Businesses;
using Pulih.Registry.Contracts;

namespace Pulih.Registry.People;

internal static class LoadPeople
{
    /// <summary>Two queries for a whole batch, then what the batch itself added or changed.</summary>
    public static async Task<IReadOnlyDictionary<Guid, PersonInfo>> Of(PulihDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        var people = (await Stored(db, ids, cancel)).ToDictionary(p => p.Id);
        foreach (var own in db.Own<Person>().Where(p => ids.Contains(p.Id) && !IsStub(p)))
        {
            people[own.Id] = own;
        }

        var businesses = people.Count == 0 ? [] : await Businesses(db, ids, cancel);
        return people.Values.ToDictionary(p => p.Id, p => Info(p, businesses.Where(b => b.OwnerId == p.Id)));
    }

    public static BusinessInfo Info(Business b) => new(b.Id, b.Name, b.SectorKey, b.RegionCode, b.Started, b.Workers) { Nib = b.Nib, Version = b.Version };

    private static PersonInfo Info(Person p, IEnumerable<Business> businesses) =>
        new(p.Id, p.Name, p.Sex, p.Phone, [.. businesses.OrderBy(b => b.CreatedAt).ThenBy(b => b.Id).Select(Info)]) { Address = p.Address, Nik = p.Nik, Version = p.Version };

    public static IReadOnlyCollection<Guid> NotNew(PulihDb db, IReadOnlyCollection<Guid> ids)
    {
        var own = db.Own<Person>();
        return own.Count == 0 ? ids : [.. ids.Where(id => own.FindEntry(id)?.State != EntityState.Added)];
    }

    private static async Task<List<Person>> Stored(PulihDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        var known = NotNew(db, ids);
        return known.Count == 0 ? [] : await db.Set<Person>().AsNoTracking().Where(p => known.Contains(p.Id)).ToListAsync(cancel);
    }

    private static async Task<List<Business>> Businesses(PulihDb db, IReadOnlyCollection<Guid> owners, CancellationToken cancel)
    {
        var known = NotNew(db, owners);
        var stored = known.Count == 0 ? [] : await db.Set<Business>().AsNoTracking().Where(b => known.Contains(b.OwnerId)).ToListAsync(cancel);
        var own = db.Own<Business>().Where(b => owners.Contains(b.OwnerId)).ToList();
        return [.. own, .. stored.Where(b => own.TrueForAll(o => o.Id != b.Id))];
    }

    // A row changed without being read carries only what was changed.
    private static bool IsStub(Person person) => person.RegisteredAt == default;
}

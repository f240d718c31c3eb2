using Pulih.Platform.Events;
using Pulih.Platform.Storage;
using Pulih.Privacy.Contracts;
using Pulih.Registry.Businesses;
using Pulih.Registry.Contracts;
using Pulih.Registry.Identities;
using Pulih.Registry.Words;

namespace Pulih.Registry.People;

/// <summary>Registers owners and their businesses and changes what they say of themselves.</summary>
internal sealed class KeepPeople(IRegions regions, IConsent consents, TimeProvider clock) : IPeople
{
    public async Task<IReadOnlyDictionary<Guid, PersonInfo>> Load(PulihDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        var people = await LoadPeople.Of(db, ids, cancel);
        // Asked last of all: who still has other questions open costs no query here.
        var toldAll = people.Values.Where(p => p.Sex is not null).Select(p => p.Id).ToList();
        if (toldAll.Count == 0)
        {
            return people;
        }

        var answers = await consents.Load(db, toldAll, cancel);
        return people.ToDictionary(p => p.Key, p => answers.TryGetValue(p.Key, out var own) ? p.Value with { AskedToShare = own.Knows(ConsentPurpose.ShareWithPartner) } : p.Value);
    }

    public IReadOnlyCollection<Guid> NotNew(PulihDb db, IReadOnlyCollection<Guid> ids) => LoadPeople.NotNew(db, ids);

    public PersonInfo Register(PulihDb db, NewPerson person)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        db.Add(new Person
        {
            Id = person.Id, Name = person.Name, Address = person.Address, Phone = person.Phone, Language = person.Language,
            ProvinceCode = ProvinceOf(person.RegionCode), RegisteredAt = now, Version = 1,
        });
        db.Add(new Identity { Id = Ids.Next(clock), Channel = person.Channel, Address = person.ChannelAddress, PersonId = person.Id, From = now });
        return new PersonInfo(person.Id, person.Name, null, person.Phone, []) { Address = person.Address, Version = 1 };
    }

    public PersonInfo AddBusiness(PulihDb db, PersonInfo owner, NewBusiness business)
    {
        var added = new Business
        {
            Id = Ids.Next(clock), OwnerId = owner.Id, Name = business.Name, Sold = CleanText.Cut(CleanText.Of(business.Sold), Business.LongestSold),
            SectorKey = business.SectorKey, Kbli = business.Kbli, KbliVersion = Sector.KbliVersion, RegionCode = business.RegionCode,
            CreatedAt = clock.GetUtcNow().UtcDateTime, Version = 1,
        };
        db.Add(added);
        db.Raise(business.Word is { } word ? new BusinessAdded(owner.Id, added.Id, word) : new BusinessAdded(owner.Id), clock);
        return owner with { Businesses = [.. owner.Businesses, LoadPeople.Info(added)] };
    }

    public PersonInfo Rename(PulihDb db, PersonInfo person, string name, string? address)
    {
        var change = new Changing<Person>(db, new Person { Id = person.Id, Version = person.Version }, person.Id);
        change.Set(p => p.Name, name);
        change.Set(p => p.Address, address);
        var version = change.Set(p => p.Version, change.Entity.Version + 1);
        db.Raise(new OwnerChanged(person.Id), clock);
        return person with { Name = name, Address = address, Version = version };
    }

    public PersonInfo ChangeBusiness(PulihDb db, PersonInfo owner, Guid businessId, BusinessChange change)
    {
        var before = owner.Businesses.First(b => b.Id == businessId);
        var changing = new Changing<Business>(db, new Business { Id = businessId, Version = before.Version }, businessId);
        var after = before with
        {
            Name = changing.SetIf(b => b.Name, change.Name) ?? before.Name,
            SectorKey = changing.SetIf(b => b.SectorKey, change.SectorKey) ?? before.SectorKey,
            RegionCode = changing.SetIf(b => b.RegionCode, change.RegionCode) ?? before.RegionCode,
            Version = changing.Set(b => b.Version, changing.Entity.Version + 1),
        };
        changing.SetIf(b => b.Sold, change.Sold is null ? null : CleanText.Cut(CleanText.Of(change.Sold), Business.LongestSold));
        if (change.SectorKey is not null)
        {
            changing.Set(b => b.Kbli, change.Kbli);
            changing.Set(b => b.KbliVersion, Sector.KbliVersion);
        }

        db.Raise(new OwnerChanged(owner.Id), clock);
        return owner with { Businesses = [.. owner.Businesses.Select(b => b.Id == businessId ? after : b)] };
    }

    public (string Name, string? Address)? ReadName(string typed) =>
        PersonName.Read(typed) is { } read ? (read.Name, read.Address) : null;

    public string? ReadBusinessName(string typed) => BusinessName.Read(typed);

    public string? ReadPhone(string typed) => PhoneNumber.Normalise(typed);

    private string ProvinceOf(string regionCode) => regions.Get(regionCode)?.Province.Code
        ?? throw new ArgumentException($"No region has the code '{regionCode}'.", nameof(regionCode));
}

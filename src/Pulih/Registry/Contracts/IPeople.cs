using Pulih.Platform.Storage;

namespace Pulih.Registry.Contracts;

/// <summary>As a person says of themselves; asked once and may stay unsaid.</summary>
public enum Sex
{
    Woman = 1, Man = 2, NotSaid = 3,
}

/// <summary>An owner as others see them.</summary>
public sealed record PersonInfo(Guid Id, string Name, Sex? Sex, string? Phone, IReadOnlyList<BusinessInfo> Businesses)
{
    /// <summary>"Bu" or "Pak", where the person wrote it with the name.</summary>
    public string? Address { get; init; }

    /// <summary>How the person is spoken to: "Bu Sri", or "Bapak/Ibu Sri" as long as nobody knows better.</summary>
    public string Called => $"{Address ?? "Bapak/Ibu"} {ShortName(Name)}";

    /// <summary>False when the only thing left to ask is whether the partner may have name and number.</summary>
    public bool AskedToShare { get; init; } = true;

    /// <summary>The resident's number, encrypted, where it was given.</summary>
    internal byte[]? Nik { get; init; }

    internal int Version { get; init; }

    // Long names are called by their first word, as people here do.
    internal static string ShortName(string name) => name.Length <= 18 || name.IndexOf(' ') is not (> 1 and var space) ? name : name[..space];
}

/// <summary>A business as others see it; <paramref name="Started"/> and <paramref name="Workers"/> are bands and null until asked.</summary>
public sealed record BusinessInfo(Guid Id, string Name, string SectorKey, string RegionCode, string? Started, string? Workers)
{
    /// <summary>The business's number, encrypted, where it was given.</summary>
    internal byte[]? Nib { get; init; }

    internal int Version { get; init; }
}

/// <summary>A person as they come in: <paramref name="Phone"/> is E.164 or null where the channel tells none.</summary>
public sealed record NewPerson(Guid Id, string Name, string? Address, string? Phone, string Channel, string ChannelAddress, string RegionCode, string Language);

/// <summary>What a business is called, sells and where it is.</summary>
public sealed record NewBusiness(string Name, string Sold, string SectorKey, string? Kbli, string RegionCode)
{
    /// <summary>What the owner answered about a similar business, where one was found.</summary>
    public OwnersWord? Word { get; init; }
}

/// <summary>Owners and their businesses. Nothing here saves; the caller's edge does.</summary>
public interface IPeople
{
    /// <summary>Those of these people who are registered, also those added to this database since it was opened.</summary>
    Task<IReadOnlyDictionary<Guid, PersonInfo>> Load(PulihDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancel);

    /// <summary>
    /// These people without those who were registered on this very context: of them alone the database can know
    /// anything. Whoever registers in a chat goes straight on to the first lesson, and nothing need be looked up for it.
    /// </summary>
    IReadOnlyCollection<Guid> NotNew(PulihDb db, IReadOnlyCollection<Guid> ids);

    /// <summary>Registers an owner, reachable at a channel's address from now on.</summary>
    PersonInfo Register(PulihDb db, NewPerson person);

    /// <summary>Adds a business to an owner and gives the owner as they are now.</summary>
    PersonInfo AddBusiness(PulihDb db, PersonInfo owner, NewBusiness business);

    /// <summary>Changes how an owner is called.</summary>
    PersonInfo Rename(PulihDb db, PersonInfo person, string name, string? address);

    /// <summary>Changes a business; what is null stays.</summary>
    PersonInfo ChangeBusiness(PulihDb db, PersonInfo owner, Guid businessId, BusinessChange change);

    /// <summary>Reads a typed name: without invisible characters, at most 60 characters, "Bu" and "Pak" apart; null where no letter is in it.</summary>
    (string Name, string? Address)? ReadName(string typed);

    /// <summary>Reads a typed name of a business in the same way, keeping every word; null where nothing visible is in it.</summary>
    string? ReadBusinessName(string typed);

    /// <summary>The E.164 form of a phone number however it is written, or null.</summary>
    string? ReadPhone(string typed);
}

/// <summary>What changes about a business; null stays as it is.</summary>
public sealed record BusinessChange(string? Name = null, string? Sold = null, string? SectorKey = null, string? Kbli = null, string? RegionCode = null);

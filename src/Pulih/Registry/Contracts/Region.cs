namespace Pulih.Registry.Contracts;

/// <summary>What a region is called where it lies; a kecamatan is a distrik in Papua and a kapanewon or kemantren in Yogyakarta.</summary>
public enum RegionKind
{
    Province, Kabupaten, Kota, Kecamatan, Distrik, Kapanewon, Kemantren,
}

/// <summary>A province, a kabupaten or kota, or a kecamatan, known by its Kemendagri code ("35.06.15").</summary>
public class Region
{
    internal Region(string code, string name, RegionKind kind, Region? parent)
    {
        (Code, Name, Kind, Parent) = (code, name, kind, parent);
        Province = parent?.Province ?? (Province)this;
    }

    public string Code { get; }

    /// <summary>The bare name: "Kediri", whether kabupaten or kota.</summary>
    public string Name { get; }

    public RegionKind Kind { get; }

    public Region? Parent { get; }

    public Province Province { get; }

    /// <summary>True for a kabupaten or a kota.</summary>
    public bool IsRegency => Kind is RegionKind.Kabupaten or RegionKind.Kota;

    /// <summary>The kabupaten or kota it is or lies in; itself for a province.</summary>
    public Region Regency => IsRegency ? this : Parent?.Regency ?? this;

    /// <summary>The name with its kind, short enough for a list row: "Kec. Pare", "Kota Kediri".</summary>
    public string Title => Kind switch
    {
        RegionKind.Province => Name,
        RegionKind.Kabupaten => $"Kab. {Name}",
        RegionKind.Kota => $"Kota {Name}",
        RegionKind.Kecamatan => $"Kec. {Name}",
        _ => $"{Kind} {Name}",
    };

    /// <summary>Where it lies: "Kab. Kediri, Jawa Timur"; empty for a province.</summary>
    public string Within => Parent is null ? "" : Parent.Display;

    /// <summary>The whole address of the region: "Kec. Pare, Kab. Kediri, Jawa Timur".</summary>
    public string Display => Parent is null ? Title : $"{Title}, {Parent.Display}";

    /// <summary>True when the region is the other or lies in it.</summary>
    public bool IsWithin(Region other) => this == other || Parent is not null && Parent.IsWithin(other);

    public override string ToString() => Display;
}

/// <summary>A province with the facts that hold in all of it.</summary>
public sealed class Province : Region
{
    internal Province(string code, string name, string officialName, string isoCode, string islandGroup, TimeZoneInfo zone)
        : base(code, name, RegionKind.Province, null) =>
        (OfficialName, IsoCode, IslandGroup, TimeZone) = (officialName, isoCode, islandGroup, zone);

    public string OfficialName { get; }

    /// <summary>ISO 3166-2: "ID-JI".</summary>
    public string IsoCode { get; }

    public string IslandGroup { get; }

    public TimeZoneInfo TimeZone { get; }

    /// <summary>How the zone is written after an hour: WIB, WITA or WIT.</summary>
    public string ZoneLabel => Platform.Language.Formats.Zone(TimeZone);
}

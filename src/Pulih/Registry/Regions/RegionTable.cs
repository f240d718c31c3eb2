using Pulih.Registry.Contracts;
using Pulih.Registry.Words;

namespace Pulih.Registry.Regions;

/// <summary>All provinces, kabupaten, kota and kecamatan, read once from the table inside the program.</summary>
internal sealed class RegionTable : IRegions
{
    private readonly Dictionary<string, Region> byCode = new(8192, StringComparer.Ordinal);
    private readonly Dictionary<Region, List<Region>> within = [];
    private readonly List<Province> provinces = [];
    private readonly RegionFinder finder;

    public RegionTable()
    {
        Region? regency = null;
        foreach (var row in TableFile.Rows("Pulih.Regions.tsv"))
        {
            if (row[0].Length > 0)
            {
                var zone = TimeZoneInfo.FindSystemTimeZoneById(row[5]);
                provinces.Add((Province)Add(new Province(row[0], row[1], row[2], row[3], row[4], zone)));
            }
            else if (row[1].Length > 0)
            {
                regency = Add(Regency(provinces[^1], row[1], row[2]));
            }
            else
            {
                Add(new Region($"{regency!.Code}.{row[2]}", row[3], KindIn(regency), regency));
            }
        }

        finder = new RegionFinder(this, new RegionNames(byCode.Values, Get));
    }

    public IReadOnlyList<Province> Provinces => provinces;

    public Region? Get(string code) => byCode.GetValueOrDefault(code);

    public IReadOnlyList<Region> Within(Region region) => within.TryGetValue(region, out var list) ? list : [];

    public RegionMatch Find(ReadOnlySpan<char> typed) => finder.Find(typed);

    private static Region Regency(Province province, string code, string name) =>
        name.StartsWith("Kota ", StringComparison.Ordinal)
            ? new Region($"{province.Code}.{code}", name[5..], RegionKind.Kota, province)
            : new Region($"{province.Code}.{code}", name["Kabupaten ".Length..], RegionKind.Kabupaten, province);

    // Papua's special autonomy calls a kecamatan distrik; Yogyakarta's (Pergub DIY 25/2019) kapanewon, and kemantren in the city.
    private static RegionKind KindIn(Region regency) => regency.Province.Code switch
    {
        "91" or "92" or "93" or "94" or "95" or "96" => RegionKind.Distrik,
        "34" => regency.Kind == RegionKind.Kota ? RegionKind.Kemantren : RegionKind.Kapanewon,
        _ => RegionKind.Kecamatan,
    };

    private Region Add(Region region)
    {
        byCode.Add(region.Code, region);
        if (region.Parent is { } parent)
        {
            (within.TryGetValue(parent, out var list) ? list : within[parent] = []).Add(region);
        }

        return region;
    }
}

using Pulih.Registry.Contracts;

namespace Pulih.Registry.Sectors;

/// <summary>Weighs the hints of one text; what is named first and in more words counts more.</summary>
internal struct SectorTally(bool making)
{
    private const int MostSectors = 6;

    private readonly List<(Sector Sector, string Kbli, int Weight)> sectors = new(2);

    public readonly void Add(SectorHint hint, int words)
    {
        var (sector, kbli) = making && hint.WhenMade is { } made ? (made, hint.KbliWhenMade!) : (hint.Sector, hint.Kbli);
        var weight = hint.Weak ? 1 : 4 * words + (sectors.Exists(s => s.Weight > 1) ? 0 : 1);
        var at = sectors.FindIndex(s => s.Sector == sector);
        if (at < 0)
        {
            sectors.Add((sector, kbli, weight));
        }
        else
        {
            // A word after a weak hint names the ware, and with it the code.
            sectors[at] = (sector, sectors[at].Weight <= 1 ? kbli : sectors[at].Kbli, sectors[at].Weight + weight);
        }
    }

    public readonly SectorMatch Answer()
    {
        if (sectors.Count == 0)
        {
            return new SectorMatch(null, null, []);
        }

        var top = sectors.Max(s => s.Weight);
        var best = sectors.FindAll(s => s.Weight == top);
        // A weak word alone ("toko") is a hint for the list, not an answer.
        return best.Count == 1 && top > 1
            ? new SectorMatch(best[0].Sector, best[0].Kbli, [])
            : new SectorMatch(null, null, [.. best.Select(s => s.Sector).Take(MostSectors)]);
    }
}

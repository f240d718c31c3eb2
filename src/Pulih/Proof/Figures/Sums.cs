using System.Globalization;
using Pulih.Proof.Evidence;

namespace Pulih.Proof.Figures;

/// <summary>One figure's place: a programme or the nation, the cut, and the key within it.</summary>
internal sealed record Place(Guid ProgrammeId, Cut Cut, string Key);

/// <summary>Adds cells up into every figure they belong to; the one definition behind folding and recounting.</summary>
internal sealed class Sums
{
    private readonly Dictionary<Place, long> counts = [];

    public IReadOnlyDictionary<Place, long> Counts => counts;

    /// <param name="counts">False when the business already counts here through another partner.</param>
    public void Add(Guid programmeId, Guid partnerId, bool counts, Cell cell, long amount)
    {
        Add(programmeId, Cut.Partner, partnerId.ToString("N"), amount);
        if (counts)
        {
            Add(programmeId, Cut.Total, "", amount);
            Add(programmeId, Cut.Month, cell.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture), amount);
            Add(programmeId, Cut.Province, cell.Province, amount);
            Add(programmeId, Cut.Sex, cell.Sex, amount);
            Add(programmeId, Cut.Sector, cell.Sector, amount);
        }
    }

    public void Add(Guid programmeId, Cut cut, string key, long amount)
    {
        var place = new Place(programmeId, cut, key);
        counts[place] = counts.GetValueOrDefault(place) + amount;
    }
}

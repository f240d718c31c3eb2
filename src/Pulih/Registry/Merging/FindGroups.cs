using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Storage;
using Pulih.Registry.Contracts;

namespace Pulih.Registry.Merging;

/// <summary>Follows the merges that stand from business to business.</summary>
internal sealed class FindGroups : IBusinesses
{
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<Guid>>> Groups(PulihDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        var into = new Dictionary<Guid, Guid>();
        var seen = ids.ToHashSet();
        for (List<Guid> open = [.. seen]; open.Count > 0;)
        {
            var merges = await db.Set<Merge>().AsNoTracking().Where(m => m.UndoneAt == null && (open.Contains(m.GoneId) || open.Contains(m.KeptId))).Select(m => new { m.GoneId, m.KeptId }).ToListAsync(cancel);
            merges.ForEach(m => into[m.GoneId] = m.KeptId);
            open = [.. merges.SelectMany(m => new[] { m.GoneId, m.KeptId }).Where(seen.Add)];
        }

        var groups = seen.GroupBy(Kept).ToDictionary(g => g.Key, IReadOnlyList<Guid> (g) => [g.Key, .. g.Where(id => id != g.Key).Order()]);
        return ids.Distinct().ToDictionary(id => id, id => groups[Kept(id)]);

        Guid Kept(Guid id)
        {
            while (into.TryGetValue(id, out var kept))
            {
                id = kept;
            }

            return id;
        }
    }
}

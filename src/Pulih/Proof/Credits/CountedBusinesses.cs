using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Storage;
using Pulih.Registry.Contracts;

namespace Pulih.Proof.Credits;

internal sealed class CountedBusinesses : ICountedBusinesses
{
    public async Task<IReadOnlySet<Guid>> Among(PulihDb db, IReadOnlyCollection<Guid> businessIds, CancellationToken cancel) =>
        (await db.Set<Credit>().Where(c => businessIds.Contains(c.BusinessId)).Select(c => c.BusinessId).Distinct().ToListAsync(cancel)).ToHashSet();
}

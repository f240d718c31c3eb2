using Pulih.Platform.Events;
using Pulih.Platform.Storage;

namespace Pulih.Registry.Contracts;

/// <summary>Which businesses are one.</summary>
public interface IBusinesses
{
    /// <summary>For each of these businesses all that are one with it now, itself among them; the first is the one that is kept. Costs one query where nothing was merged.</summary>
    Task<IReadOnlyDictionary<Guid, IReadOnlyList<Guid>>> Groups(PulihDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancel);
}

/// <summary>It was decided anew which of these businesses are one; ask <see cref="IBusinesses"/> how it stands.</summary>
public sealed record BusinessesRegrouped(IReadOnlyList<Guid> BusinessIds) : IEvent
{
    public static string Name => "registry.businesses-regrouped";
}

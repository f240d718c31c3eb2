using Pulih.Platform.Storage;

namespace Pulih.Registry.Contracts;

/// <summary>Which businesses count as trained. Proof implements it; the review puts first what would change a figure.</summary>
public interface ICountedBusinesses
{
    /// <summary>Those of these businesses that have a credit anywhere.</summary>
    Task<IReadOnlySet<Guid>> Among(PulihDb db, IReadOnlyCollection<Guid> businessIds, CancellationToken cancel);
}

using Pulih.Platform.Storage;

namespace Pulih.Registry.Contracts;

/// <summary>A section of a business's page: a partial view of the capability and its model.</summary>
public sealed record BusinessPart(string Partial, object Model);

/// <summary>What a capability knows of a business. Each that has something to show implements it; the page names none of them.</summary>
public interface IShowBusiness
{
    int Order { get; }

    /// <summary>The section for businesses that are one, or null when there is nothing to show.</summary>
    Task<BusinessPart?> Of(PulihDb db, IReadOnlyList<Guid> businessIds, CancellationToken cancel);
}

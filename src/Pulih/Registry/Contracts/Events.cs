using Pulih.Platform.Events;

namespace Pulih.Registry.Contracts;

/// <summary>A person has a business that was not known before.</summary>
/// <param name="BusinessId">The business, where its owner was asked about a similar one.</param>
/// <param name="Word">What the owner answered then.</param>
public sealed record BusinessAdded(Guid PersonId, Guid? BusinessId = null, OwnersWord? Word = null) : IEvent
{
    public static string Name => "registry.business-added";
}

/// <summary>A person or one of their businesses is called, sells or lies otherwise now.</summary>
public sealed record OwnerChanged(Guid PersonId) : IEvent
{
    public static string Name => "registry.owner-changed";
}

using Pulih.Platform.Events;

namespace Pulih.Registry.Contracts;

/// <summary>A person has a business that was not known before.</summary>
public sealed record BusinessAdded(Guid PersonId) : IEvent
{
    public static string Name => "registry.business-added";
}

/// <summary>A person or one of their businesses is called, sells or lies otherwise now.</summary>
public sealed record OwnerChanged(Guid PersonId) : IEvent
{
    public static string Name => "registry.owner-changed";
}

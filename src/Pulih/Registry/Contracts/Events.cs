using Pulih.Platform.Events;

namespace Pulih.Registry.Contracts;

/// <summary>A person or one of their businesses is called, sells or lies otherwise now.</summary>
public sealed record OwnerChanged(Guid PersonId) : IEvent
{
    public static string Name => "registry.owner-changed";
}

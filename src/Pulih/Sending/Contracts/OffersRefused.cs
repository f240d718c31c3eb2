using Pulih.Platform.Events;

namespace Pulih.Sending.Contracts;

/// <summary>Somebody told the provider that they want no promotion from us; they can still write and be answered.</summary>
public sealed record OffersRefused(Guid PersonId) : IEvent
{
    public static string Name => "sending.offers-refused";
}

using Pulih.Platform.Events;

namespace Pulih.Proof.Contracts;

/// <summary>A business was counted as trained in a programme, for the first time there; <paramref name="National"/> when for the first time anywhere.</summary>
public sealed record CreditEarned(Guid CreditId, Guid BusinessId, Guid ProgrammeId, Guid PartnerId, bool National) : IEvent
{
    public static string Name => "proof.credit-earned";
}

using Pulih.Platform.Storage;

namespace Pulih.Sending.Contracts;

/// <summary>What the provider says became of a message. A price comes with one of a message's statuses only, and never as an amount.</summary>
public sealed record Settlement(Guid? OutboxId, string ProviderId, string Status, int? ErrorCode, string? PriceCategory, string? PriceType, DateTime At)
{
    public required string Channel { get; init; }

    /// <summary>Whose phone reports, where the provider does not send the outbox id back; an empty <see cref="ProviderId"/> then means everything sent until <see cref="At"/>.</summary>
    public string? Address { get; init; }
}

/// <summary>Settles outbox rows by what the provider reports, in the caller's transaction.</summary>
public interface ISettle
{
    /// <summary>Applies reports in any order and any number of times; a state only ever moves forward.</summary>
    Task Settle(PulihDb db, IReadOnlyList<Settlement> reports, CancellationToken cancel);

    /// <summary>These people wrote: what waited for that is asked anew by their dialogue or, where no dialogue would repeat it, sent now.</summary>
    Task Heard(PulihDb db, IReadOnlyCollection<string> addresses, DateTime at, CancellationToken cancel);
}

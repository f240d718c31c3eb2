using Pulih.Platform.Storage;

namespace Pulih.Chat.Contracts;

/// <summary>Where a person can be written to: the channel they last wrote on, our number there, and when that was.</summary>
/// <param name="Stopped">They said stop; nothing the programme begins may be sent.</param>
public sealed record Reach(string Channel, string Address, string Number, DateTime HeardAt, DateTime? FreeUntil, bool Stopped);

/// <summary>Tells where people can be reached.</summary>
public interface IReach
{
    /// <summary>Those of these people who ever wrote to us; one query.</summary>
    Task<IReadOnlyDictionary<Guid, Reach>> Of(PulihDb db, IReadOnlyCollection<Guid> personIds, CancellationToken cancel);
}

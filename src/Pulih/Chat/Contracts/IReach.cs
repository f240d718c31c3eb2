using Pulih.Platform.Storage;

namespace Pulih.Chat.Contracts;

/// <summary>A way to a person: a channel they wrote on, our number there, and when that was last.</summary>
/// <param name="Stopped">They said stop, there or on another channel; nothing the programme begins may be sent.</param>
public sealed record Reach(string Channel, string Address, string Number, DateTime HeardAt, DateTime? FreeUntil, bool Stopped)
{
    public Guid PersonId { get; init; }
}

/// <summary>Tells how people can be reached.</summary>
public interface IReach
{
    /// <summary>Every way to these people, by person, the one they last wrote on first; none for who never wrote to us. One query.</summary>
    Task<ILookup<Guid, Reach>> Of(PulihDb db, IReadOnlyCollection<Guid> personIds, CancellationToken cancel);
}

using Pulih.Platform.Storage;

namespace Pulih.Registry.Contracts;

/// <summary>A business about to be registered, with its owner as far as known.</summary>
/// <param name="OwnerId">Who registers it; no business of theirs need be known.</param>
/// <param name="Phone">E.164, or null.</param>
public sealed record Draft(Guid OwnerId, string OwnerName, string? Phone, string BusinessName, string RegionCode);

/// <summary>A business that is known already and may be the one about to be registered.</summary>
/// <param name="RecordId">The record that names it; goes back with the answer.</param>
/// <param name="Told">What may be said of it: first letters, the place and which list it stands in, so that only who knows it recognises it.</param>
/// <param name="Own">The business itself where it is the owner's already.</param>
public sealed record SimilarBusiness(Guid RecordId, string Told, Guid? Own);

/// <summary>What an owner answered when asked whether a business is the same as theirs.</summary>
public sealed record OwnersWord(Guid RecordId, bool Same);

/// <summary>Looks for a business that is known already, before another is registered.</summary>
public interface IFindSimilar
{
    /// <summary>
    /// The likeliest one that only the owner can tell apart; null where none is similar, and where a list names it so
    /// surely, with the owner's own number, that nobody need be asked.
    /// </summary>
    Task<SimilarBusiness?> Find(PulihDb db, Draft draft, CancellationToken cancel);
}

using Pulih.Platform.Storage;

namespace Pulih.Participation.Contracts;

/// <summary>Whom a participant's page shows, and how much of them its reader may see.</summary>
/// <param name="EnrolmentIds">The enrolments the reader may see; a partner's officer only its own partner's.</param>
/// <param name="Words">Whether the reader may read what the person wrote.</param>
/// <param name="Before">Only what was said before this moment; null shows the newest.</param>
public sealed record ParticipantShown(Guid PersonId, IReadOnlyList<Guid> EnrolmentIds, bool Words, DateTime? Before);

/// <summary>A section of a participant's page: a partial view of the capability and its model.</summary>
public sealed record ParticipantPart(string Partial, object Model);

/// <summary>What a capability knows of one participant. Each that has something to show implements it; the page names none of them.</summary>
public interface IShowParticipant
{
    int Order { get; }

    /// <summary>The section, or null when there is nothing to show.</summary>
    Task<ParticipantPart?> Of(PulihDb db, ParticipantShown shown, CancellationToken cancel);
}

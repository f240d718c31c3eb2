namespace Pulih.Classes.Sessions;

/// <summary>What of a class can be announced and changed; times are UTC.</summary>
internal sealed record ClassDetails(
    Guid? CohortId, string Title, string About, ClassKind Kind, string Room, DateTime StartsAt, DateTime EndsAt, string Zone, int? Capacity, int NeededMinutes, int ForgivenMinutes);

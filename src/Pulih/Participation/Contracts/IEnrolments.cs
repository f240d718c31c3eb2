using Pulih.Platform.Events;
using Pulih.Platform.Storage;

namespace Pulih.Participation.Contracts;

/// <summary>A business and its owner in a cohort, with the course they begin with and where they came from.</summary>
public sealed record EnrolmentInfo(Guid Id, Guid PersonId, Guid BusinessId, Guid ProgrammeId, Guid CohortId, Guid PartnerId, string CourseCode, string Source)
{
    public DateTime EnrolledAt { get; init; }

    internal int Version { get; init; }
}

/// <summary>Who takes part in what.</summary>
public interface IEnrolments
{
    /// <summary>The enrolments of these people, the one chosen last first, also those added to this database since it was opened. People without any are missing.</summary>
    Task<IReadOnlyDictionary<Guid, IReadOnlyList<EnrolmentInfo>>> Load(PulihDb db, IReadOnlyCollection<Guid> personIds, CancellationToken cancel);

    /// <summary>The stored enrolment of this id; throws where there is none.</summary>
    Task<EnrolmentInfo> Find(PulihDb db, Guid id, CancellationToken cancel);
}

/// <summary>A business and its owner were taken into a cohort.</summary>
public sealed record Enrolled(Guid EnrolmentId, Guid PersonId, Guid BusinessId, Guid ProgrammeId, Guid CohortId, Guid PartnerId, string Source) : IEvent
{
    public static string Name => "participation.enrolled";
}

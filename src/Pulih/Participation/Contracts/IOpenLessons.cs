using Pulih.Platform.Storage;

namespace Pulih.Participation.Contracts;

/// <summary>Opens the first lesson on the web to somebody who has just been enrolled there. Learning implements it.</summary>
public interface IOpenLessons
{
    /// <summary>Begins the enrolment's course and gives the path of its personal page; null where there is no such course. Never saves.</summary>
    string? Door(PulihDb db, EnrolmentInfo enrolment);

    /// <summary>A fresh path to the personal page of the course each of these people was at last; who has begun none is missing. Never saves.</summary>
    Task<IReadOnlyDictionary<Guid, string>> Ways(PulihDb db, IReadOnlyCollection<Guid> personIds, CancellationToken cancel);
}

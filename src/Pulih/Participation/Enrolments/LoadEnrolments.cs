using Microsoft.EntityFrameworkCore;
using Pulih.Participation.Contracts;
using Pulih.Platform.Storage;
using Pulih.Registry.Contracts;

namespace Pulih.Participation.Enrolments;

internal sealed class LoadEnrolments(IPeople people) : IEnrolments
{
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<EnrolmentInfo>>> Load(PulihDb db, IReadOnlyCollection<Guid> personIds, CancellationToken cancel)
    {
        var known = people.NotNew(db, personIds);
        var stored = known.Count == 0 ? [] : await db.Set<Enrolment>().AsNoTracking().Where(e => known.Contains(e.PersonId)).ToListAsync(cancel);
        // What this batch added is not in the database yet; what it chose is tracked by its key and moment alone.
        var own = db.Own<Enrolment>().ToDictionary(e => e.Id);
        var added = own.Values.Where(e => e.EnrolledAt != default && personIds.Contains(e.PersonId));
        return stored.Where(e => !own.TryGetValue(e.Id, out var o) || o.EnrolledAt == default).Concat(added)
            .GroupBy(e => e.PersonId)
            .ToDictionary(g => g.Key, IReadOnlyList<EnrolmentInfo> (g) => [.. g.OrderByDescending(Chosen).ThenByDescending(e => e.Id).Select(Info)]);

        DateTime Chosen(Enrolment e) => own.TryGetValue(e.Id, out var o) ? o.ChosenAt : e.ChosenAt;
    }

    public async Task<EnrolmentInfo> Find(PulihDb db, Guid id, CancellationToken cancel) =>
        Info(await db.Set<Enrolment>().AsNoTracking().SingleAsync(e => e.Id == id, cancel));

    public static EnrolmentInfo Info(Enrolment e) => new(e.Id, e.PersonId, e.BusinessId, e.ProgrammeId, e.CohortId, e.PartnerId, e.CourseCode, e.Source) { EnrolledAt = e.EnrolledAt, Version = e.Version };
}

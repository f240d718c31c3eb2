using Microsoft.EntityFrameworkCore;
using Pulih.Chat.Contracts;
using Pulih.Learning.Contracts;
using Pulih.Learning.Packs;
using Pulih.Learning.Progress;
using Pulih.Learning.Web;
using Pulih.Participation.Contracts;
using Pulih.Platform.Storage;
using Pulih.Programmes.Contracts;
using Pulih.Registry.Contracts;

namespace Pulih.Learning.Conversation;

/// <summary>Finds what a batch of learners has begun: one query for enrolments, people and progress each.</summary>
internal sealed class RecallLearning(Courses courses, IEnrolments enrolments, IPeople people, IProgrammes programmes)
{
    public async Task<IReadOnlyDictionary<Guid, LearningKnown>> For(PulihDb db, IReadOnlyCollection<Listener> listeners, CancellationToken cancel)
    {
        var ids = listeners.Select(listener => listener.PersonId).Distinct().ToList();
        var enrolled = await enrolments.Load(db, ids, cancel);
        var registered = await people.Load(db, ids, cancel);
        var begun = await Begun(db, ids, cancel);
        var map = await programmes.Map(cancel);
        return ids.ToDictionary(id => id, id => new LearningKnown(
            registered.GetValueOrDefault(id),
            [.. (enrolled.GetValueOrDefault(id) ?? []).SelectMany(enrolment => Studies(enrolment, begun[enrolment.Id], map))],
            enrolled.ContainsKey(id),
            PersonalLink.NewToken()));
    }

    /// <summary>What these people have begun, each course in the version it was begun with.</summary>
    private async Task<ILookup<Guid, CourseProgress>> Begun(PulihDb db, IReadOnlyCollection<Guid> personIds, CancellationToken cancel)
    {
        var known = people.NotNew(db, personIds);
        var stored = known.Count == 0 ? [] : await db.Set<CourseProgress>().AsNoTracking().Where(progress => known.Contains(progress.PersonId)).ToListAsync(cancel);
        await courses.Fetch(db, stored.Select(progress => (progress.CourseCode, progress.CourseVersion)), cancel);
        var local = db.Own<CourseProgress>().Where(progress => personIds.Contains(progress.PersonId)).ToList();
        return local.Concat(stored.Where(progress => local.TrueForAll(own => own.Id != progress.Id))).ToLookup(progress => progress.EnrolmentId);
    }

    /// <summary>The enrolment's own course, then the others of its cohort.</summary>
    private IEnumerable<Study> Studies(EnrolmentInfo enrolment, IEnumerable<CourseProgress> begun, ProgrammeMap map)
    {
        var codes = new[] { enrolment.CourseCode }.Concat(map.Cohort(enrolment.CohortId)?.Courses ?? []).Distinct(StringComparer.Ordinal);
        var partner = map.Partner(enrolment.PartnerId)?.Name;
        return codes.Select(code => Study(enrolment, code, begun, partner)).OfType<Study>();
    }

    /// <summary>One course of an enrolment; null when it was not begun and is no longer on offer.</summary>
    private Study? Study(EnrolmentInfo enrolment, string code, IEnumerable<CourseProgress> begun, string? partner)
    {
        var progress = begun.FirstOrDefault(own => own.CourseCode == code);
        return Course(code, progress) is { } course ? new(enrolment, course, progress) { Partner = partner } : null;
    }

    private CompiledCourse? Course(string code, CourseProgress? progress) =>
        progress is null ? courses.Find(code) : courses.Find(code, progress.CourseVersion);
}

using Microsoft.EntityFrameworkCore;
using Pulih.Classes.Contracts;
using Pulih.Learning.Contracts;
using Pulih.Learning.Packs;
using Pulih.Participation.Contracts;
using Pulih.Platform.Events;
using Pulih.Platform.Storage;

namespace Pulih.Learning.Progress;

/// <summary>
/// Brings the minutes of live classes into every open course of an enrolment, also into one that is begun after the
/// class. Minutes that are taken away again leave a completed course as it is: only a human takes back a certificate.
/// </summary>
internal sealed class CountClassMinutes(Courses courses, IEnrolments enrolments, TimeProvider clock) : IHandle<MinutesCounted>, IHandle<CourseBegun>
{
    public async Task Handle(IReadOnlyList<MinutesCounted> happened, PulihDb db, CancellationToken cancel)
    {
        // The last word on each class holds.
        var latest = happened.GroupBy(h => (h.EnrolmentId, h.ClassId)).ToDictionary(g => g.Key, g => g.Last().Minutes);
        Guid[] ids = [.. latest.Keys.Select(k => k.EnrolmentId).Distinct()];
        var kept = await db.Set<ClassMinutes>().Where(m => ids.Contains(m.EnrolmentId)).ToDictionaryAsync(m => (m.EnrolmentId, m.ClassId), cancel);
        foreach (var (key, minutes) in latest)
        {
            var row = kept.GetValueOrDefault(key) ?? db.Add(kept[key] = new ClassMinutes { EnrolmentId = key.EnrolmentId, ClassId = key.ClassId }).Entity;
            row.Minutes = minutes;
        }

        await Credit(db, ids, kept.Values.ToLookup(m => m.EnrolmentId), cancel);
    }

    public async Task Handle(IReadOnlyList<CourseBegun> happened, PulihDb db, CancellationToken cancel)
    {
        // Most courses ask for no class, and then nothing is looked up.
        Guid[] ids = [.. from h in happened where courses.Find(h.CourseCode, h.CourseVersion) is null or { ClassMinutes: > 0 } select h.EnrolmentId];
        if (ids.Length > 0)
        {
            var kept = await db.Set<ClassMinutes>().Where(m => ids.Contains(m.EnrolmentId)).ToListAsync(cancel);
            await Credit(db, ids, kept.Concat(db.Own<ClassMinutes>()).Distinct().ToLookup(m => m.EnrolmentId), cancel);
        }
    }

    private async Task Credit(PulihDb db, Guid[] ids, ILookup<Guid, ClassMinutes> minutes, CancellationToken cancel)
    {
        var open = await db.Set<CourseProgress>().Where(p => ids.Contains(p.EnrolmentId) && p.CompletedAt == null).ToListAsync(cancel);
        await courses.Fetch(db, open.Select(p => (p.CourseCode, p.CourseVersion)), cancel);
        foreach (var progress in open)
        {
            if (courses.Find(progress.CourseCode, progress.CourseVersion) is { ClassMinutes: > 0 } course)
            {
                progress.Credit(course, await enrolments.Find(db, progress.EnrolmentId, cancel), minutes[progress.EnrolmentId].Sum(m => m.Minutes), db, clock);
            }
        }
    }
}

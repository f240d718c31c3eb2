using Microsoft.EntityFrameworkCore;
using Pulih.Chat.Contracts;
using Pulih.Classes.Attendance;
using Pulih.Classes.Seats;
using Pulih.Classes.Sessions;
using Pulih.Participation.Contracts;
using Pulih.Platform.Storage;
using Pulih.Registry.Contracts;

namespace Pulih.Classes.Conversation;

/// <summary>Finds what turns about classes look at: a few queries, however many people there are.</summary>
internal sealed class RecallClasses(IPeople people, IEnrolments enrolments, TimeProvider clock)
{
    private static readonly TimeSpan After = TimeSpan.FromHours(2); // A late message still finds its class, and hears that it is over.
    private const int MostClasses = 200;

    public async Task<IReadOnlyDictionary<Guid, ClassKnown>> For(PulihDb db, IReadOnlyCollection<Listener> listeners, CancellationToken cancel)
    {
        var ids = listeners.Select(l => l.PersonId).Distinct().ToArray();
        var owners = await people.Load(db, ids, cancel);
        var enrolled = await enrolments.Load(db, ids, cancel);
        var sessions = await Sessions(db, [.. enrolled.Values.SelectMany(e => e).Select(e => e.ProgrammeId).Distinct()], cancel);
        var classes = sessions.ConvertAll(s => s.Id);
        var attendees = (classes.Count == 0 ? [] : await db.Set<Attendee>().Where(a => ids.Contains(a.PersonId) && classes.Contains(a.ClassId)).ToListAsync(cancel)).ToLookup(a => a.PersonId);
        var running = sessions.Where(s => s.State == ClassState.Running).Select(s => s.Id).ToArray();
        var codes = (running.Length == 0 ? [] : await db.Set<Sighting>().Where(s => running.Contains(s.ClassId) && ids.Contains(s.PersonId) && s.Source == SightingSource.Code)
            .Select(s => new { s.PersonId, s.ClassId, s.Slot }).ToListAsync(cancel)).ToLookup(s => s.PersonId, s => (s.ClassId, s.Slot));
        return ids.ToDictionary(id => id, id => new ClassKnown(
            owners.GetValueOrDefault(id), enrolled.GetValueOrDefault(id) ?? [],
            [.. sessions.Where(s => enrolled.GetValueOrDefault(id)?.Any(e => ClassKnown.May(e, s)) is true)],
            attendees[id].ToDictionary(a => a.ClassId), [.. codes[id]]));
    }

    private async Task<List<ClassSession>> Sessions(PulihDb db, Guid[] programmes, CancellationToken cancel)
    {
        var since = clock.GetUtcNow().UtcDateTime - After;
        return programmes.Length == 0 ? [] : await db.Set<ClassSession>().AsNoTracking()
            .Where(c => programmes.Contains(c.ProgrammeId) && c.EndsAt > since && c.State != ClassState.Cancelled).OrderBy(c => c.StartsAt).ThenBy(c => c.Id).Take(MostClasses).ToListAsync(cancel);
    }
}

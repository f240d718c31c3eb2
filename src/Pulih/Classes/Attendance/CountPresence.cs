using Microsoft.EntityFrameworkCore;
using Pulih.Classes.Contracts;
using Pulih.Classes.Seats;
using Pulih.Classes.Sessions;
using Pulih.Platform.Events;
using Pulih.Platform.Storage;
using Pulih.Participation.Contracts;

namespace Pulih.Classes.Attendance;

/// <summary>Puts together what all sources say of each person, and keeps the class's counters equal to its rows.</summary>
internal sealed class CountPresence(IEnrolments enrolments, TimeProvider clock) : IHandle<PeopleSeen>
{
    public async Task Handle(IReadOnlyList<PeopleSeen> happened, PulihDb db, CancellationToken cancel)
    {
        foreach (var heard in happened.GroupBy(h => h.ClassId))
        {
            // A class that is not found was removed meanwhile, and nothing is to be counted.
            if (await db.Class(heard.Key, cancel) is { } session)
            {
                await Count(db, session, heard.Any(h => h.People.Count == 0) ? null : [.. heard.SelectMany(h => h.People).Distinct()], cancel);
            }
        }
    }

    private async Task Count(PulihDb db, ClassSession session, Guid[]? who, CancellationToken cancel)
    {
        var rows = await db.Set<Attendee>().Where(a => a.ClassId == session.Id && (who == null || who.Contains(a.PersonId))).ToDictionaryAsync(a => a.PersonId, cancel);
        var sightings = (await db.Set<Sighting>().AsNoTracking().Where(s => s.ClassId == session.Id && (who == null || who.Contains(s.PersonId))).ToListAsync(cancel)).ToLookup(s => s.PersonId);
        await AddWalkIns(db, session, rows, [.. sightings.Select(s => s.Key).Where(p => !rows.ContainsKey(p))], cancel);
        foreach (var (person, row) in rows)
        {
            var (seen, present, credited) = (row.Seen, row.Present, row.Credited);
            row.Be(Presence.Of(session.Rule, [.. sightings[person]], session.Reported, row.Decision));
            session.Seen += (row.Seen ? 1 : 0) - (seen ? 1 : 0);
            session.Present += (row.Present ? 1 : 0) - (present ? 1 : 0);
            if (row.Credited != credited)
            {
                db.Raise(new MinutesCounted(session.Id, person, row.EnrolmentId, row.Credited), clock);
            }
        }

        session.Touch(clock);
    }

    private async Task AddWalkIns(PulihDb db, ClassSession session, Dictionary<Guid, Attendee> rows, Guid[] people, CancellationToken cancel)
    {
        foreach (var (person, enrolled) in people.Length > 0 ? await enrolments.Load(db, people, cancel) : new Dictionary<Guid, IReadOnlyList<EnrolmentInfo>>())
        {
            var enrolment = enrolled.FirstOrDefault(e => e.ProgrammeId == session.ProgrammeId) ?? enrolled[0];
            rows[person] = db.Add(Attendee.Of(session.Id, person, enrolment.Id, clock)).Entity;
        }
    }
}

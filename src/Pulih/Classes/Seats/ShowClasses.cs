using Microsoft.EntityFrameworkCore;
using Pulih.Classes.Sessions;
using Pulih.Participation.Contracts;
using Pulih.Platform.Storage;

namespace Pulih.Classes.Seats;

/// <summary>One class of a participant, for whoever looks after them.</summary>
internal sealed record ClassOf(string Title, DateTime StartsAt, TimeZoneInfo Zone, ClassState State, Seat Seat, bool Seen, bool Present, int Minutes);

/// <summary>The classes on a participant's page, for the enrolments its reader may see.</summary>
internal sealed class ShowClasses : IShowParticipant
{
    private const int Most = 50;

    public int Order => 25;

    public async Task<ParticipantPart?> Of(PulihDb db, ParticipantShown shown, CancellationToken cancel)
    {
        var found = await db.Set<Attendee>().AsNoTracking().Where(a => a.PersonId == shown.PersonId && shown.EnrolmentIds.Contains(a.EnrolmentId))
            .Join(db.Set<ClassSession>().AsNoTracking(), a => a.ClassId, c => c.Id, (a, c) => new { Attendee = a, Session = c })
            .OrderByDescending(p => p.Session.StartsAt).Take(Most).ToListAsync(cancel);
        List<ClassOf> classes = [.. found.Select(p => new ClassOf(p.Session.Title, p.Session.StartsAt, p.Session.TimeZone, p.Session.State, p.Attendee.Seat, p.Attendee.Seen, p.Attendee.Present, p.Attendee.Minutes))];
        return classes.Count == 0 ? null : new("/Classes/Seats/_Classes.cshtml", classes);
    }
}

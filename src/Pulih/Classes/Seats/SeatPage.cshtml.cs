using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Pulih.Classes.Attendance;
using Pulih.Classes.Conversation;
using Pulih.Classes.Sessions;
using Pulih.Platform.Events;
using Pulih.Platform.Storage;
using Pulih.Registry.Contracts;

namespace Pulih.Classes.Seats;

/// <summary>One person's seat: when and where, the door to the room, and the way out. Whose it is follows from the signed link alone.</summary>
[AllowAnonymous]
internal sealed class SeatPage(PulihDb db, ClassLink links, ClassMessages messages, IPeople people, TimeProvider clock) : PageModel
{
    public ClassSession Session { get; private set; } = null!;
    public Attendee Mine { get; private set; } = null!;
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;
    public string Token { get; private set; } = "";
    public string Calendar => links.CalendarPath(Mine.PersonId);

    /// <summary>The room is open from a quarter of an hour before the class.</summary>
    public bool DoorOpen => Session.Kind != ClassKind.InPerson && Session.TakesSeats(Now) && (Session.State == ClassState.Running || Now >= Session.StartsAt - PresenceRule.Grace);

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancel) => await Load(token, cancel) ? Page() : NotFound();

    /// <summary>Opens the room and notes that its person went to the door. A link and no form, because a browser may not follow a form to another site.</summary>
    public async Task<IActionResult> OnGetEnterAsync(string token, CancellationToken cancel)
    {
        if (!await Load(token, cancel))
        {
            return NotFound();
        }

        if (!DoorOpen)
        {
            return Redirect($"{ClassLink.Address}/{token}");
        }

        var now = Now;
        var slot = (now - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMinute; // Once a minute is enough.
        await db.Repeat(async () =>
        {
            var noted = await db.Set<Sighting>().AnyAsync(s => s.ClassId == Session.Id && s.PersonId == Mine.PersonId && s.Source == SightingSource.Door && s.Slot == slot, cancel);
            if (!noted)
            {
                db.Seen(Session.Id, Mine.PersonId, SightingSource.Door, slot, now, null, clock);
                db.CountLater(Session.Id, [Mine.PersonId], clock);
            }

            return noted;
        }, cancel);
        return Redirect(Session.Room);
    }

    public Task<IActionResult> OnPostLeaveAsync(string token, CancellationToken cancel) => db.Repeat<IActionResult>(async () =>
    {
        if (!await Load(token, cancel))
        {
            return NotFound();
        }

        if (Mine.Leave())
        {
            db.Raise(new SeatsMoved(Session.Id), clock);
        }

        return Redirect($"{ClassLink.Address}/{token}");
    }, cancel);

    private async Task<bool> Load(string token, CancellationToken cancel)
    {
        if (links.Seat(token) is not { } id || await db.Set<Attendee>().SingleOrDefaultAsync(a => a.Id == id, cancel) is not { } mine
            || await db.ShownClass(mine.ClassId, cancel) is not { } session)
        {
            return false;
        }

        (Mine, Session, Token) = (mine, session, token);
        Zone = (await people.Load(db, [mine.PersonId], cancel)).TryGetValue(mine.PersonId, out var owner) ? messages.ZoneOf(owner) : session.TimeZone;
        return true;
    }
}

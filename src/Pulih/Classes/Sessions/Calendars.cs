using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Classes.Seats;
using Pulih.Platform;
using Pulih.Platform.Storage;
using Attendee = Pulih.Classes.Seats.Attendee;

namespace Pulih.Classes.Sessions;

/// <summary>
/// Classes as calendar entries (RFC 5545). Times stand in UTC, so that every phone shows them in its own zone; a change or
/// a cancellation carries the same UID with a higher sequence and takes the place of the entry that is there.
/// </summary>
internal sealed class Calendars(ClassLink links, Settings settings, IStringLocalizer<Texts> text)
{
    private const string Type = "text/calendar; charset=utf-8";
    private const int Most = 200;

    /// <summary>One class. It holds nothing of a person, and the room only of a class at a place: the door is personal.</summary>
    public async Task<Results<NotFound, ContentHttpResult>> OfClass(Guid id, PulihDb db, CancellationToken cancel) =>
        await db.ShownClass(id, cancel) is { } session ? Written([Entry(session, null)]) : TypedResults.NotFound();

    /// <summary>Everything one person holds a seat for, or held of what was cancelled; calendars ask for it again and again.</summary>
    public async Task<Results<NotFound, ContentHttpResult>> OfPerson(string token, PulihDb db, CancellationToken cancel)
    {
        if (links.Calendar(token) is not { } person)
        {
            return TypedResults.NotFound();
        }

        var held = await db.Set<Attendee>().AsNoTracking().Where(a => a.PersonId == person && a.Seat == Seat.Held).ToListAsync(cancel);
        var ids = held.ConvertAll(a => a.ClassId);
        var sessions = await db.Set<ClassSession>().AsNoTracking().Where(c => ids.Contains(c.Id)).OrderByDescending(c => c.StartsAt).Take(Most).ToListAsync(cancel);
        return Written(sessions.Select(s => Entry(s, held.Find(a => a.ClassId == s.Id))));
    }

    private CalendarEvent Entry(ClassSession session, Attendee? mine)
    {
        var link = mine is null ? null : links.To(mine);
        return new CalendarEvent
        {
            Uid = $"{session.Id:N}@pulih",
            Sequence = session.Sequence,
            DtStamp = Utc(session.ChangedAt),
            LastModified = Utc(session.ChangedAt),
            Start = Utc(session.StartsAt),
            End = Utc(session.EndsAt),
            Summary = session.Title,
            Description = link is null ? session.About : $"{session.About}\n\n{text["calendar.door"]} {link}".Trim(),
            Location = session.Kind == ClassKind.InPerson ? session.Room : text["kind." + session.Kind].Value,
            Url = link is null ? null : new Uri(link),
            Status = session.State == ClassState.Cancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
        };
    }

    private ContentHttpResult Written(IEnumerable<CalendarEvent> entries)
    {
        var calendar = new Calendar { ProductId = $"-//Pulih//{new Uri(settings.PublicUrl).Host}//ID", Method = "PUBLISH" };
        calendar.Events.AddRange(entries);
        return TypedResults.Content(new CalendarSerializer().SerializeToString(calendar)!, Type);
    }

    // Calendars count whole seconds.
    private static CalDateTime Utc(DateTime moment) => new(new DateTime(moment.Ticks - moment.Ticks % TimeSpan.TicksPerSecond, DateTimeKind.Utc));
}

using Pulih.Classes.Attendance;
using Pulih.Classes.Seats;
using Pulih.Classes.Sessions;
using Pulih.Participation.Contracts;
using Pulih.Platform.Demo;
using Pulih.Platform.Storage;
using Pulih.Programmes.Contracts;

namespace Pulih.Classes.Demo;

/// <summary>The demo's classes: one that was held last week with its attendance, one soon, and one with a waiting list.</summary>
internal sealed class SeedClasses : ISeedDemo
{
    private const int Seats = 40;

    public int Order => 35;

    public Task Seed(PulihDb db, DemoWorld world, CancellationToken cancel)
    {
        var programme = world.Made<ProgrammeInfo>()[0];
        var enrolments = world.Made<EnrolmentInfo>().DistinctBy(e => e.PersonId).ToList();
        var evening = world.Now.Date.AddHours(12.5); // 19.30 WIB
        Held(db, world, Class(programme, "Tanya jawab: foto produk malam hari", evening.AddDays(-6), 60, null, new DemoMoment(world.Now.AddDays(-12))), [.. enrolments.TakeLast(80)]);
        var soon = Class(programme, "Menata katalog WhatsApp bersama", evening.AddDays(1), 75, null, new DemoMoment(world.Now.AddDays(-2)));
        Take(db, world, soon, [.. enrolments.TakeLast(55)]);
        var full = Class(programme, "Menghitung harga jual (20 kursi)", evening.AddDays(3), 60, 20, new DemoMoment(world.Now.AddDays(-2)));
        Take(db, world, full, [.. enrolments.TakeLast(27)]);
        db.AddRange(soon, full);
        return Task.CompletedTask;
    }

    private static ClassSession Class(ProgrammeInfo programme, string title, DateTime starts, int minutes, int? capacity, TimeProvider clock) => ClassSession.Of(
        programme.Id, null, new(null, title, "Bawa HP dan satu produk. Boleh bertanya kapan saja.", ClassKind.Meeting, "https://meet.contoh.invalid/pulih", starts, starts.AddMinutes(minutes), ClassInput.Zones[0], capacity, 40, 5), clock);

    private static void Take(PulihDb db, DemoWorld world, ClassSession session, IReadOnlyList<EnrolmentInfo> who)
    {
        foreach (var enrolment in who)
        {
            var attendee = Ask(session, enrolment, world.Now.AddHours(-30).AddMinutes(session.Taken + session.Waiting));
            if (session.Capacity is { } seats && session.Taken >= seats)
            {
                attendee.Wait(attendee.AskedAt);
                session.Waiting++;
            }
            else
            {
                attendee.Hold();
                session.Taken++;
            }

            db.Add(attendee);
        }
    }

    private static void Held(PulihDb db, DemoWorld world, ClassSession session, IReadOnlyList<EnrolmentInfo> who)
    {
        session.Start(new DemoMoment(session.StartsAt.AddMinutes(-2)));
        session.End(new DemoMoment(session.EndsAt.AddMinutes(3)));
        foreach (var enrolment in who.Take(Seats))
        {
            var attendee = Ask(session, enrolment, session.StartsAt.AddDays(-2));
            attendee.Hold();
            session.Taken++;
            Be(db, world, session, attendee);
            db.Add(attendee);
        }

        db.Add(session);
    }

    // One in five does not come, one in five leaves early; the others send the code at the beginning and at the end.
    private static void Be(PulihDb db, DemoWorld world, ClassSession session, Attendee attendee)
    {
        var fate = world.Chance.Next(5);
        List<DateTime> codes = fate == 0 ? [] : [session.StartsAt.AddMinutes(world.Chance.Next(1, 6)), session.StartsAt.AddMinutes(fate == 1 ? world.Chance.Next(10, 35) : world.Chance.Next(50, 60))];
        foreach (var at in codes)
        {
            db.Seen(session.Id, attendee.PersonId, SightingSource.Code, at.Ticks / ScreenCode.Every.Ticks, at, null, new DemoMoment(at));
        }

        var sightings = codes.ConvertAll(at => new Sighting { Id = Guid.Empty, ClassId = session.Id, PersonId = attendee.PersonId, Source = SightingSource.Code, Slot = at.Ticks, From = at, FactId = Guid.Empty });
        attendee.Be(Presence.Of(session.Rule, sightings, reported: false, decision: null));
        session.Seen += attendee.Seen ? 1 : 0;
        session.Present += attendee.Present ? 1 : 0;
    }

    private static Attendee Ask(ClassSession session, EnrolmentInfo enrolment, DateTime at)
    {
        var attendee = Attendee.Of(session.Id, enrolment.PersonId, enrolment.Id, new DemoMoment(at));
        attendee.Ask(new DemoMoment(at));
        return attendee;
    }
}

using System.Net;
using Ical.Net;
using Microsoft.EntityFrameworkCore;
using Pulih.Classes.Attendance;
using Pulih.Classes.Sessions;
using Pulih.Platform.Storage;

namespace Pulih.Classes.Seats;

/// <summary>What the personal links open, and the calendars.</summary>
public sealed class SeatPageTests(ClassWorld world) : IClassFixture<ClassWorld>
{
    [Fact]
    public async Task The_door_opens_by_the_personal_link_alone_and_is_noted_once_a_minute()
    {
        var session = await world.Class("Pintu", running: true);
        var owner = (await world.Owners(1))[0];
        await world.Seat(session, owner);
        var address = await Address(session, owner.PersonId);
        (await world.App.Http.GetStringAsync(address)).ShouldNotContain("ruang.contoh.invalid", Case.Insensitive, "the room's own address is not shown around");
        for (var i = 0; i < 3; i++)
        {
            using var door = await world.App.Http.GetAsync(address + "?handler=Enter");
            door.Headers.Location!.ToString().ShouldBe("https://ruang.contoh.invalid/1");
        }

        await world.App.Quiet();
        (await world.App.With(db => db.Set<Sighting>().CountAsync(s => s.ClassId == session.Id))).ShouldBeInRange(1, 2, "a minute may end between two visits");
        (await world.Attendee(session, owner)).ShouldSatisfyAllConditions(a => a.Seen.ShouldBeTrue(), a => a.Present.ShouldBeFalse());
    }

    [Fact]
    public async Task A_forged_link_and_one_for_something_else_open_nothing()
    {
        var session = await world.Class("Palsu");
        var owner = (await world.Owners(1))[0];
        await world.Seat(session, owner);
        var real = await Address(session, owner.PersonId);
        var calendar = world.Get<ClassLink>().CalendarPath(owner.PersonId).Split('/')[2];
        foreach (var forged in new[] { real[..^1] + (real[^1] == 'a' ? 'b' : 'a'), "/kelas/abc", $"/kelas/{Guid.CreateVersion7():N}-{new string('0', 32)}", $"/kelas/{calendar[..^4]}", "/calendars/abc.ics" })
        {
            (await world.App.Http.GetAsync(forged)).StatusCode.ShouldBe(HttpStatusCode.NotFound, forged);
        }
    }

    [Fact]
    public async Task A_seat_is_given_back_on_the_page()
    {
        var session = await world.Class("Dikembalikan", capacity: 1);
        var owner = (await world.Owners(1))[0];
        await world.Seat(session, owner);
        using var browser = world.App.Browser();
        var address = await Address(session, owner.PersonId);
        using var answer = await browser.Submit(address, address + "?handler=Leave");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await world.App.Quiet();
        (await world.Attendee(session, owner)).Seat.ShouldBe(Seat.None);
        await world.CountsAreTrue(session);
        (await browser.GetStringAsync(address)).ShouldContain("tidak punya kursi");
    }

    [Fact]
    public async Task A_calendar_holds_what_its_person_has_a_seat_for_and_a_cancellation_takes_the_place_of_the_entry()
    {
        var (mine, notMine) = (await world.Class("Kelas saya; dengan, tanda"), await world.Class("Kelas orang lain"));
        var owner = (await world.Owners(1))[0];
        await world.Seat(mine, owner);
        var address = world.Get<ClassLink>().CalendarPath(owner.PersonId);
        var entry = Calendar.Load(await world.App.Http.GetStringAsync(address))!.Events.ShouldHaveSingleItem();
        entry.Summary.ShouldBe("Kelas saya; dengan, tanda");
        entry.Start!.AsUtc.ShouldBe(new DateTime(mine.StartsAt.Ticks - mine.StartsAt.Ticks % TimeSpan.TicksPerSecond, DateTimeKind.Utc));
        entry.Status.ShouldBe("CONFIRMED");

        await world.App.With(async db =>
        {
            (await db.Class(mine.Id, default))!.Cancel(TimeProvider.System);
            return await db.SaveChangesAsync();
        });
        var after = Calendar.Load(await world.App.Http.GetStringAsync(address))!.Events.ShouldHaveSingleItem();
        (after.Uid, after.Status, after.Sequence).ShouldBe((entry.Uid, "CANCELLED", entry.Sequence + 1));
        (await world.App.Http.GetStringAsync($"/classes/{notMine.Id}.ics")).ShouldNotContain("ruang.contoh.invalid");
    }

    [Fact]
    public async Task A_foreign_program_reads_the_same_entries_at_the_same_moments_on_both_sides_of_midnight()
    {
        var owner = (await world.Owners(1, region: "51.04.05"))[0];
        var starts = ClassWorld.Now.Date.AddDays(3).AddHours(16.5); // 23.30 WIB, 00.30 WITA of the next day
        var (late, cancelled) = (await world.Class("Kelas malam, \u201ctanya jawab\u201d; baris\u00e9", starts: starts), await world.Class("Batal", starts: starts.AddDays(1)));
        await world.Seat(late, owner);
        await world.Seat(cancelled, owner);
        await world.App.With(async db =>
        {
            (await db.Class(cancelled.Id, default))!.Cancel(TimeProvider.System);
            return await db.SaveChangesAsync();
        });
        var read = await ForeignReader(await world.App.Http.GetStringAsync(world.Get<ClassLink>().CalendarPath(owner.PersonId)), starts);
        read.ShouldBe(
        [
            $"{late.Id:N}@pulih|{starts:yyyy-MM-ddTHH:mm:ss}+00:00|{starts.AddHours(1):yyyy-MM-ddTHH:mm:ss}+00:00|CONFIRMED|0|{late.Title}",
            $"{cancelled.Id:N}@pulih|{starts.AddDays(1):yyyy-MM-ddTHH:mm:ss}+00:00|{starts.AddDays(1).AddHours(1):yyyy-MM-ddTHH:mm:ss}+00:00|CANCELLED|1|Batal",
        ]);
    }

    /// <summary>What Debian's python3-icalendar and python3-recurring-ical-events make of a calendar.</summary>
    private static async Task<string[]> ForeignReader(string calendar, DateTime from)
    {
        const string Program = """
            import sys, datetime, icalendar, recurring_ical_events
            start = datetime.datetime.fromisoformat(sys.argv[1])
            cal = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
            found = recurring_ical_events.of(cal).between(start - datetime.timedelta(days=1), start + datetime.timedelta(days=5))
            for e in sorted(found, key=lambda e: e["DTSTART"].dt):
                utc = lambda name: e[name].dt.astimezone(datetime.timezone.utc).isoformat()
                print("|".join([str(e["UID"]), utc("DTSTART"), utc("DTEND"), str(e["STATUS"]), str(e["SEQUENCE"]), str(e["SUMMARY"])]))
            """;
        using var python = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("/usr/bin/python3", ["-X", "utf8", "-c", Program, from.ToString("yyyy-MM-ddTHH:mm:ss+00:00", System.Globalization.CultureInfo.InvariantCulture)])
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, StandardInputEncoding = new System.Text.UTF8Encoding(false), StandardOutputEncoding = System.Text.Encoding.UTF8,
        })!;
        await python.StandardInput.WriteAsync(calendar);
        python.StandardInput.Close();
        var (said, trouble) = (await python.StandardOutput.ReadToEndAsync(), await python.StandardError.ReadToEndAsync());
        await python.WaitForExitAsync();
        python.ExitCode.ShouldBe(0, trouble);
        return said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private async Task<string> Address(ClassSession session, Guid person)
    {
        var attendee = await world.App.With(db => db.Set<Attendee>().AsNoTracking().SingleAsync(a => a.ClassId == session.Id && a.PersonId == person));
        return new Uri(world.Get<ClassLink>().To(attendee)).PathAndQuery;
    }
}

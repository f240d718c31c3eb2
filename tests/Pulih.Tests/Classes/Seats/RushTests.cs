using FakeMeta;
using Microsoft.EntityFrameworkCore;
using Pulih.Classes.Attendance;
using Pulih.Participation.Contracts;

namespace Pulih.Classes.Seats;

/// <summary>Many people at the same moment, through signed webhooks that come twice, two at once. The long form is <c>bench classes</c>.</summary>
public sealed class RushTests : IAsyncLifetime
{
    private readonly ClassWorld world = new();

    public ValueTask InitializeAsync() => world.InitializeAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_hundred_who_ask_for_twenty_seats_at_once_get_twenty_and_the_others_wait_in_the_order_they_asked()
    {
        var session = await world.Class("Rebutan", capacity: 20);
        var owners = await world.Owners(100);
        await All(owners, phone => phone.Tap(new Reply($"classes:seat:{session.Id:N}", "Kelas"), "wamid.contoh", times: 2, atOnce: true));
        await world.App.Quiet();

        var rows = await world.App.With(db => db.Set<Attendee>().AsNoTracking().Where(a => a.ClassId == session.Id).OrderBy(a => a.AskedAt).ThenBy(a => a.Id).ToListAsync());
        rows.Count.ShouldBe(100, "each once");
        rows.Count(a => a.Seat == Seat.Held).ShouldBe(20);
        rows.Count(a => a.Seat == Seat.Waiting).ShouldBe(80);
        await world.CountsAreTrue(session);
        foreach (var owner in owners)
        {
            var seat = rows.Single(a => a.PersonId == owner.PersonId).Seat;
            var told = world.App.Meta.SentTo((await world.PhoneOf(owner)).Number).ShouldHaveSingleItem();
            told.Text.ShouldContain(seat == Seat.Held ? "terdaftar" : "daftar tunggu");
        }

        var places = rows.Where(a => a.Seat == Seat.Waiting).Select(a => a.PersonId).ToList();
        var tenth = owners.Single(o => o.PersonId == places[9]);
        world.App.Meta.SentTo((await world.PhoneOf(tenth)).Number)[0].Text.ShouldContain("nomor 10 di daftar tunggu");
    }

    [Fact]
    public async Task A_hundred_who_send_the_code_at_once_are_all_counted_once_and_answered_once()
    {
        var session = await world.Class("Serentak", running: true);
        var owners = await world.Owners(100);
        await world.Seat(session, owners);
        var code = world.Code(session);
        await All(owners, phone => phone.SendText($"hadir {code}", times: 2, atOnce: true));
        await world.App.Quiet();

        (await world.App.With(db => db.Set<Sighting>().CountAsync(s => s.ClassId == session.Id))).ShouldBe(100);
        (await world.Reload(session)).ShouldSatisfyAllConditions(s => s.Seen.ShouldBe(100), s => s.Present.ShouldBe(100));
        await world.CountsAreTrue(session);
        foreach (var owner in owners)
        {
            world.App.Meta.SentTo((await world.PhoneOf(owner)).Number).ShouldHaveSingleItem().Text.ShouldContain("sudah tercatat");
        }
    }

    private async Task All(IReadOnlyList<EnrolmentInfo> owners, Func<Phone, Task> does)
    {
        var phones = new List<Phone>();
        foreach (var owner in owners)
        {
            phones.Add(await world.PhoneOf(owner));
        }

        await Task.WhenAll(phones.Select(does));
    }
}

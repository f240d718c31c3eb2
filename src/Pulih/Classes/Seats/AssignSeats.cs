using Microsoft.EntityFrameworkCore;
using Pulih.Classes.Conversation;
using Pulih.Classes.Sessions;
using Pulih.Platform.Events;
using Pulih.Platform.Storage;

namespace Pulih.Classes.Seats;

/// <summary>
/// Gives out seats in the order people asked and tells each of them. It is the only one who does, so a hundred lanes may
/// ask at the same moment without waiting for each other, and a seat is never given twice.
/// </summary>
internal sealed class AssignSeats(TellAttendees tell, ClassMessages messages, TimeProvider clock) : IHandle<SeatsMoved>
{
    private const int Most = 1_000;

    /// <summary>How long an offered seat is kept; less where the class begins before that.</summary>
    public static readonly TimeSpan OfferLasts = TimeSpan.FromHours(2);

    public async Task Handle(IReadOnlyList<SeatsMoved> happened, PulihDb db, CancellationToken cancel)
    {
        var ids = happened.Select(h => h.ClassId).Distinct().ToArray();
        foreach (var session in await db.Set<ClassSession>().Where(c => ids.Contains(c.Id)).ToListAsync(cancel))
        {
            await Assign(db, session, cancel);
        }
    }

    private async Task Assign(PulihDb db, ClassSession session, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await CountLeavers(db, session, cancel);
        var asking = await Next(db, session, Seat.Asked, Most, cancel);
        if (!session.TakesSeats(now))
        {
            asking.ForEach(a => a.Left());
            await tell.Each(db, asking, (_, owner) => messages.TooLate(session, owner), cancel);
            return;
        }

        var plan = SeatPlan.Of(session.Capacity, session.Taken, session.Waiting, asking.Count);
        var offered = await Next(db, session, Seat.Waiting, Math.Min(plan.Offers, Most), cancel);
        var until = now + OfferLasts < session.StartsAt ? now + OfferLasts : session.EndsAt;
        offered.ForEach(a => a.Offer(until));
        var seated = asking.Take(plan.Seats).ToList();
        seated.ForEach(a => a.Hold());
        var before = session.Waiting - offered.Count;
        var queued = asking.Skip(plan.Seats).ToList();

        // Two lanes may save in another order than they were asked in; the place that is told is the place that holds.
        for (var i = 0; i < queued.Count; i++)
        {
            queued[i].Wait(now.AddMicroseconds(i));
        }

        session.Taken += offered.Count + seated.Count;
        session.Waiting = before + queued.Count;
        session.Touch(clock);
        await tell.Each(db, seated, (a, owner) => messages.Seat(session, a, owner), cancel);
        await tell.Each(db, offered, (a, owner) => messages.Offer(session, a, owner), cancel);
        await tell.Each(db, queued, (a, owner) => messages.Full(session, owner, before + queued.IndexOf(a) + 1), cancel);
    }

    private static async Task CountLeavers(PulihDb db, ClassSession session, CancellationToken cancel)
    {
        var seats = await Next(db, session, Seat.LeavingSeat, Most, cancel);
        var queue = await Next(db, session, Seat.LeavingQueue, Most, cancel);
        session.Taken -= seats.Count;
        session.Waiting -= queue.Count;
        seats.Concat(queue).ToList().ForEach(a => a.Left());
    }

    private static Task<List<Attendee>> Next(PulihDb db, ClassSession session, Seat seat, int take, CancellationToken cancel) =>
        db.Set<Attendee>().Where(a => a.ClassId == session.Id && a.Seat == seat).OrderBy(a => a.AskedAt).ThenBy(a => a.Id).Take(take).ToListAsync(cancel);
}

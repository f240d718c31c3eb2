using Microsoft.EntityFrameworkCore;
using Pulih.Classes.Conversation;
using Pulih.Classes.Sessions;
using Pulih.Platform.Cluster;
using Pulih.Platform.Events;
using Pulih.Platform.Storage;
using Pulih.Sending.Contracts;

namespace Pulih.Classes.Seats;

/// <summary>Takes back a seat that was on offer and not accepted in time, so that the next one in the list is asked.</summary>
internal sealed class LapseOffers(IDbContextFactory<PulihDb> dbs, TellAttendees tell, ClassMessages messages, IOutbox outbox, TimeProvider clock) : IJob
{
    private const int Portion = 100;

    public string Name => "classes.lapse-offers";

    public TimeSpan Every => TimeSpan.FromSeconds(5);

    public async Task<bool> Run(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var over = await db.Set<Attendee>().Where(a => a.OfferedUntil <= now).OrderBy(a => a.OfferedUntil).Take(Portion).ToListAsync(cancel);
        if (over.Count == 0)
        {
            return false;
        }

        var ids = over.Select(a => a.ClassId).Distinct().ToArray();
        foreach (var session in await db.Set<ClassSession>().Where(c => ids.Contains(c.Id)).ToListAsync(cancel))
        {
            var lapsed = over.FindAll(a => a.ClassId == session.Id);
            lapsed.ForEach(a => a.Lapse());
            session.Taken -= lapsed.Count;
            session.Touch(clock);
            db.Raise(new SeatsMoved(session.Id), clock);
            await tell.Each(db, lapsed, (_, owner) => messages.Lapsed(session, owner), cancel);
        }

        await db.SaveChangesAsync(cancel);
        outbox.Wake();
        return over.Count == Portion;
    }
}

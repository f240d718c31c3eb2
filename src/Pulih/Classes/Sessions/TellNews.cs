using Microsoft.EntityFrameworkCore;
using Pulih.Classes.Conversation;
using Pulih.Classes.Seats;
using Pulih.Platform.Cluster;
using Pulih.Platform.Storage;
using Pulih.Sending.Contracts;

namespace Pulih.Classes.Sessions;

/// <summary>
/// Tells a class's people its news, portion by portion: who was told carries the news's number, so a kill between two
/// portions tells nobody twice and forgets nobody. Newer news takes the place of older.
/// </summary>
internal sealed class TellNews(IDbContextFactory<PulihDb> dbs, TellAttendees tell, ClassMessages messages, IOutbox outbox, TimeProvider clock) : IJob
{
    private const int Portion = 200;

    public string Name => "classes.tell-news";

    public TimeSpan Every => TimeSpan.FromSeconds(2);

    public async Task<bool> Run(CancellationToken cancel)
    {
        await Remind(cancel);
        await using var db = await dbs.CreateDbContextAsync(cancel);
        if (await db.Set<ClassSession>().AsNoTracking().Where(c => c.News != ClassNews.None).OrderBy(c => c.StartsAt).ThenBy(c => c.Id).FirstOrDefaultAsync(cancel) is not { } session)
        {
            return false;
        }

        var untold = await Whom(db, session).OrderBy(a => a.Id).Take(Portion).ToListAsync(cancel);
        await tell.Each(db, untold, (a, owner) => messages.News(session, a, owner), cancel);
        await using var write = await Write.Begin(db, cancel);
        var ids = untold.ConvertAll(a => a.Id);
        await db.Set<Attendee>().Where(a => ids.Contains(a.Id)).ExecuteUpdateAsync(set => set.SetProperty(a => a.Told, session.NewsNumber), cancel);
        if (untold.Count < Portion)
        {
            await db.Set<ClassSession>().Where(c => c.Id == session.Id && c.NewsNumber == session.NewsNumber)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.News, ClassNews.None).SetProperty(c => c.Version, c => c.Version + 1), cancel);
        }

        await db.SaveBatch(cancel);
        await write.Commit(cancel);
        outbox.Wake();
        return true;
    }

    private static IQueryable<Attendee> Whom(PulihDb db, ClassSession session)
    {
        var untold = db.Set<Attendee>().AsNoTracking().Where(a => a.ClassId == session.Id && a.Told < session.NewsNumber);
        return session.News switch
        {
            ClassNews.Missed => untold.Where(a => a.Seat == Seat.Held && !a.Seen && !a.Present),
            ClassNews.Reminder => untold.Where(a => a.Seat == Seat.Held),
            _ => untold.Where(a => a.Seat == Seat.Held || a.Seat == Seat.Waiting || a.Seat == Seat.Offered),
        };
    }

    private async Task Remind(CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await db.Set<ClassSession>().Where(c => c.RemindAt <= now).OrderBy(c => c.RemindAt).Take(20).ToListAsync(cancel);
        if (due.Count > 0)
        {
            due.ForEach(c => c.Remind());
            await db.SaveChangesAsync(cancel);
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Pulih.Learning.Packs;
using Pulih.Platform.Storage;

namespace Pulih.Learning.Authoring;

/// <summary>Keeps what this machine offers equal to what was put on offer in the browser, on whichever machine that was.</summary>
internal sealed class FollowOffers(Courses courses, IDbContextFactory<PulihDb> dbs, ILogger<FollowOffers> log) : BackgroundService
{
    /// <summary>Reads the newest offer of each course and takes it up.</summary>
    public static async Task TakeUp(Courses courses, PulihDb db, CancellationToken cancel)
    {
        // Some dozens of courses, each published some dozens of times at most.
        var offers = await db.Set<Offer>().AsNoTracking().ToListAsync(cancel);
        var newest = offers.GroupBy(o => o.CourseCode).Select(g => g.MaxBy(o => o.Id)!).Select(o => (o.CourseCode, o.CourseVersion)).ToList();
        await courses.Fetch(db, newest, cancel);
        courses.Offer(newest);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Real time on purpose: a frozen test clock must not stop it.
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(2));
        do
        {
            try
            {
                await using var db = await dbs.CreateDbContextAsync(stoppingToken);
                await TakeUp(courses, db, stoppingToken);
            }
            catch (Exception trouble) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(trouble, "The courses on offer could not be read; they are read again in two seconds.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }
}

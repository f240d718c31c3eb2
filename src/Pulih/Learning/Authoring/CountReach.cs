using Microsoft.EntityFrameworkCore;
using Pulih.Learning.Progress;
using Pulih.Platform.Cluster;
using Pulih.Platform.Storage;

namespace Pulih.Learning.Authoring;

/// <summary>Counts where learners stand, so that an author sees beside each step how many came to it and how many stopped there.</summary>
internal sealed class CountReach(IDbContextFactory<PulihDb> dbs, TimeProvider clock) : IJob
{
    private static readonly TimeSpan Silent = TimeSpan.FromDays(7);

    public string Name => "learning.count-reach";

    // It looks through every learner's progress once, which nobody waits for.
    public TimeSpan Every => TimeSpan.FromMinutes(10);

    public async Task<bool> Run(CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var since = clock.GetUtcNow().UtcDateTime - Silent;
        var counted = await db.Set<CourseProgress>().GroupBy(p => new { p.CourseCode, p.CourseVersion, p.Lesson, p.Step }).Select(g => new StepReach
        {
            CourseCode = g.Key.CourseCode, CourseVersion = g.Key.CourseVersion, Lesson = g.Key.Lesson, Step = g.Key.Step,
            Here = g.Count(), Stopped = g.Count(p => p.CompletedAt == null && p.ChangedAt < since),
        }).ToListAsync(cancel);
        await using var write = await Write.Begin(db, cancel);
        await db.Set<StepReach>().ExecuteDeleteAsync(cancel);
        db.AddRange(counted);
        await db.SaveBatch(cancel);
        await write.Commit(cancel);
        return false;
    }
}

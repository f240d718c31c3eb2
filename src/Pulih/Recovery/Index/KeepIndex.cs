using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Cluster;
using Pulih.Platform.Storage;
using Pulih.Recovery.Pulse;

namespace Pulih.Recovery.Index;

/// <summary>Computes the index of every month about which something was answered since it last looked, and keeps it for the page.</summary>
internal sealed class KeepIndex(IDbContextFactory<PulihDb> dbs, ComputeIndex compute, TimeProvider clock) : IJob
{
    // An answer is visible a moment after its own time; who looks back a little misses none.
    private static readonly TimeSpan Back = TimeSpan.FromMinutes(2);
    private const int Window = 13;
    private const int Share = 20; // It computes for a twentieth of the time at most, however large the panel.

    private DateTime looked = clock.GetUtcNow().UtcDateTime.AddDays(-1);
    private (long At, TimeSpan Took) last;

    public string Name => "recovery.index";

    public TimeSpan Every => TimeSpan.FromSeconds(15);

    public async Task<bool> Run(CancellationToken cancel)
    {
        if (last.Took > TimeSpan.Zero && clock.GetElapsedTime(last.At) < last.Took * Share)
        {
            return false;
        }

        var begun = clock.GetTimestamp();
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var month in await Stale(db, Survey.MonthAt(now), looked - Back, cancel))
        {
            await Keep(db, month, await compute.Of(db, month, cancel), cancel);
        }

        (looked, last) = (now, (clock.GetTimestamp(), clock.GetElapsedTime(begun)));
        return false;
    }

    /// <summary>The months about which something was answered since, and those that have answers and no index: a restored or made-up past.</summary>
    private static async Task<IEnumerable<DateOnly>> Stale(PulihDb db, DateOnly newest, DateTime since, CancellationToken cancel)
    {
        var months = (await db.Set<Report>().Where(r => r.At >= since).Select(r => r.Month).Distinct().ToListAsync(cancel)).ToHashSet();
        var known = (await db.Set<IndexCell>().Where(c => c.Cut == Cut.All && c.Key == "").Select(c => c.Month).ToListAsync(cancel)).ToHashSet();
        foreach (var month in Enumerable.Range(0, Window).Select(i => newest.AddMonths(-i)).Where(m => !known.Contains(m)))
        {
            if (await db.Set<Report>().AnyAsync(r => r.Month == month, cancel))
            {
                months.Add(month);
            }
        }

        return months;
    }

    /// <summary>Puts a month's cells in the place of those that are kept.</summary>
    public static async Task Keep(PulihDb db, DateOnly month, IReadOnlyList<IndexCell> cells, CancellationToken cancel)
    {
        await using var write = await Write.Begin(db, cancel);
        await db.Set<IndexCell>().Where(c => c.Month == month).ExecuteDeleteAsync(cancel);
        db.AddRange(cells);
        await db.SaveChangesAsync(cancel);
        await write.Commit(cancel);
        db.ChangeTracker.Clear();
    }
}

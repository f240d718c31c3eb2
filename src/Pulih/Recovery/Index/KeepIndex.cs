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
    private DateTime looked = DateTime.UnixEpoch;

    public string Name => "recovery.index";

    public TimeSpan Every => TimeSpan.FromSeconds(15);

    public async Task<bool> Run(CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var (now, since) = (clock.GetUtcNow().UtcDateTime, looked - Back);
        // The months there can be answers about are the last few; older ones change by the command alone.
        var month = Survey.MonthAt(now);
        for (var i = 0; i < 13; i++)
        {
            var one = month.AddMonths(-i);
            // Reports of a month that has no index yet count as new, however old: a restored or made-up past.
            if (await db.Set<Report>().AnyAsync(r => r.Month == one && (r.At >= since || !db.Set<IndexCell>().Any(c => c.Month == one)), cancel))
            {
                await Keep(db, one, await compute.Of(db, one, cancel), cancel);
            }
        }

        looked = now;
        return false;
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

using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Storage;

namespace Pulih.Platform.Observability;

/// <summary>What <c>/health/ready</c> tells. Numbers only: anybody may read it.</summary>
/// <param name="Ready">A durable write succeeded in time and the schema is this program's.</param>
/// <param name="WriteMilliseconds">How long the write took; null when it did not succeed.</param>
/// <param name="Schema">The newest migration the database has.</param>
/// <param name="PendingMigrations">Migrations of this program the database does not have yet.</param>
/// <param name="Backlog">Rows that wait, by kind.</param>
internal sealed record Readiness(bool Ready, long? WriteMilliseconds, string? Schema, int? PendingMigrations, IReadOnlyDictionary<string, int> Backlog)
{
    public static readonly Readiness Not = new(false, null, null, null, new Dictionary<string, int>());
}

/// <summary>
/// Finds out by writing. Questions within a second share one answer and questions at the same moment one write, so that
/// asking often loads nothing. Time is real on purpose: a frozen test clock must not freeze health.
/// </summary>
internal sealed class CheckReadiness(IDbContextFactory<PulihDb> dbs, IEnumerable<Backlog> backlogs, TimeProvider clock, ILogger<CheckReadiness> log)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private static readonly string Machine = Environment.MachineName is { Length: <= 100 } name ? name : Environment.MachineName[..100];

    private readonly Lock gate = new();
    private Task<Readiness>? check;
    private long begun;

    public async Task<Readiness> Ask()
    {
        var current = Current();
        try
        {
            // A hanging disk cannot be cancelled, only no longer waited for.
            return await current.WaitAsync(Limit);
        }
        catch (TimeoutException)
        {
            return Readiness.Not;
        }
    }

    private Task<Readiness> Current()
    {
        lock (gate)
        {
            if (check is null || check.IsCompleted && Stopwatch.GetElapsedTime(begun) > Fresh)
            {
                begun = Stopwatch.GetTimestamp();
                check = Task.Run(Check);
            }

            return check;
        }
    }

    private async Task<Readiness> Check()
    {
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await using var db = await dbs.CreateDbContextAsync(limit.Token);
            var started = Stopwatch.GetTimestamp();
            await WriteMark(db, limit.Token);
            var took = Stopwatch.GetElapsedTime(started);
            var applied = await db.Database.GetAppliedMigrationsAsync(limit.Token);
            var pending = await db.Database.GetPendingMigrationsAsync(limit.Token);
            var backlog = new SortedDictionary<string, int>(StringComparer.Ordinal);
            foreach (var one in backlogs)
            {
                backlog[one.Name] = await one.Count(db, limit.Token);
            }

            return new(took < Limit && !pending.Any(), (long)took.TotalMilliseconds, applied.LastOrDefault(), pending.Count(), backlog);
        }
        catch (Exception trouble)
        {
            log.LogWarning("Not ready: {Trouble} {Message}", trouble.GetType().Name, trouble.Message);
            return Readiness.Not;
        }
    }

    private async Task WriteMark(PulihDb db, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var write = await Write.Begin(db, cancel, Urgency.First);
        if (await db.Set<MachineMark>().Where(m => m.Machine == Machine).ExecuteUpdateAsync(set => set.SetProperty(m => m.At, now), cancel) == 0)
        {
            db.Add(new MachineMark { Machine = Machine, At = now });
            await db.SaveChangesAsync(cancel);
        }

        await write.Commit(cancel);
    }
}

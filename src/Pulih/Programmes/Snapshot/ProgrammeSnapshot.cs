using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Storage;
using Pulih.Programmes.Contracts;

namespace Pulih.Programmes.Snapshot;

/// <summary>Keeps the map of all programmes in memory: chats ask it at every turn, and it changes a few times a day.</summary>
internal sealed class ProgrammeSnapshot(IDbContextFactory<PulihDb> dbs, TimeProvider clock) : IProgrammes, IDisposable
{
    // Another process may have changed it; two seconds is how long it can go unnoticed.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim loading = new(1, 1);
    private volatile Loaded? latest;
    private int changes;

    public ValueTask<ProgrammeMap> Map(CancellationToken cancel) =>
        latest is { } loaded && clock.GetElapsedTime(loaded.At) < Fresh ? new(loaded.Map) : new(Load(cancel));

    /// <summary>Makes the next question read the database again, as soon as the context has saved.</summary>
    public void ForgetWhenSaved(PulihDb db) => db.SavedChanges += (_, _) => Forget();

    public void Forget()
    {
        Interlocked.Increment(ref changes);
        latest = null;
    }

    public void Dispose() => loading.Dispose();

    private async Task<ProgrammeMap> Load(CancellationToken cancel)
    {
        await loading.WaitAsync(cancel);
        try
        {
            if (latest is { } loaded && clock.GetElapsedTime(loaded.At) < Fresh)
            {
                return loaded.Map;
            }

            var (before, at) = (Volatile.Read(ref changes), clock.GetTimestamp());
            await using var db = await dbs.CreateDbContextAsync(cancel);
            var map = await ReadProgrammes.From(db, cancel);
            // A change saved while we were reading may be missing in what we read: then it is used once and not kept.
            latest = before == Volatile.Read(ref changes) ? new(map, at) : null;
            return map;
        }
        finally
        {
            loading.Release();
        }
    }

    private sealed record Loaded(ProgrammeMap Map, long At);
}

using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Cluster;
using Pulih.Platform.Storage;

namespace Pulih.Platform.Events;

/// <summary>
/// Hands stored events to their handlers. What the handlers change and the removal of the events commit together, so a
/// crash tells an event again but never applies it twice. A batch that fails is halved until the culprit is alone; an event
/// whose handler throws waits longer each time and stays visible; it never holds the others up.
/// </summary>
internal sealed class TellEvents(IDbContextFactory<PulihDb> dbs, IServiceScopeFactory scopes, IEnumerable<Subscription> subscriptions, TimeProvider clock, ILogger<TellEvents> log) : IJob
{
    private const int Batch = 500;
    private readonly ILookup<string, Subscription> byName = subscriptions.ToLookup(l => l.Event);

    public string Name => "events";

    public TimeSpan Every => TimeSpan.FromMilliseconds(250);

    public async Task<bool> Run(CancellationToken cancel)
    {
        var due = await Due(cancel);
        await Tell(due, cancel);
        return due.Count == Batch;
    }

    private async Task Tell(List<StoredEvent> batch, CancellationToken cancel)
    {
        if (batch.Count == 0 || await Told(batch, cancel))
        {
            return;
        }

        if (batch.Count == 1)
        {
            await Postpone(batch[0], cancel);
            return;
        }

        var half = batch.Count / 2;
        await Tell(batch[..half], cancel);
        await Tell(batch[half..], cancel);
    }

    private async Task<List<StoredEvent>> Due(CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        return await db.Set<StoredEvent>().AsNoTracking().Where(e => e.DueAt <= now).OrderBy(e => e.DueAt).ThenBy(e => e.Id).Take(Batch).ToListAsync(cancel);
    }

    private async Task<bool> Told(List<StoredEvent> batch, CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await using var db = await dbs.CreateDbContextAsync(cancel);
            foreach (var kind in batch.GroupBy(e => e.Name, e => e.Body))
            {
                foreach (var subscription in byName[kind.Key])
                {
                    await subscription.Tell(scope.ServiceProvider, kind, db, cancel);
                }
            }

            await using var write = await Write.Begin(db, cancel);
            var ids = batch.ConvertAll(e => e.Id);
            var removed = await db.Set<StoredEvent>().Where(e => ids.Contains(e.Id)).ExecuteDeleteAsync(cancel);
            if (removed != batch.Count)
            {
                return false; // Somebody else told some of them meanwhile; nothing of this batch is kept.
            }

            await db.SaveBatch(cancel);
            await write.Commit(cancel);
            return true;
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            if (batch.Count == 1)
            {
                log.LogError(trouble, "Event {Id} ({Name}) could not be told.", batch[0].Id, batch[0].Name);
                batch[0].Trouble = trouble.GetType().Name;
            }

            return false;
        }
    }

    private async Task Postpone(StoredEvent stored, CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        await using var write = await Write.Begin(db, cancel);
        var due = clock.GetUtcNow().UtcDateTime.AddSeconds(Math.Min(300, Math.Pow(2, stored.Attempts)));
        await db.Set<StoredEvent>().Where(e => e.Id == stored.Id).ExecuteUpdateAsync(
            set => set.SetProperty(e => e.Attempts, e => e.Attempts + 1).SetProperty(e => e.DueAt, due).SetProperty(e => e.Trouble, stored.Trouble),
            cancel);
        await write.Commit(cancel);
    }
}

using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Pulih.Chat.Turns;
using Pulih.Platform.Storage;

namespace Pulih.Chat.Inbox;

/// <summary>
/// The durable door: deliveries that arrive while one transaction is being written go together into the next, and each
/// caller hears only after its own is on the disk. When too many wait, it refuses at once and the provider repeats.
/// </summary>
internal sealed class AppendToInbox(IDbContextFactory<PulihDb> dbs, WakeLanes lanes, ILogger<AppendToInbox> log) : BackgroundService
{
    private const int Together = 200;

    private readonly Channel<(Delivery Delivery, TaskCompletionSource Stored)> queue =
        Channel.CreateBounded<(Delivery, TaskCompletionSource)>(new BoundedChannelOptions(4_000) { SingleReader = true });

    /// <summary>Completes when the delivery is durable; throws what the database threw when it is not.</summary>
    /// <returns>False when too many wait already: answer 503.</returns>
    public async Task<bool> Append(Delivery delivery)
    {
        var stored = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!queue.Writer.TryWrite((delivery, stored)))
        {
            return false;
        }

        await stored.Task;
        return true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<(Delivery Delivery, TaskCompletionSource Stored)>(Together);
        while (await queue.Reader.WaitToReadAsync(stoppingToken))
        {
            batch.Clear();
            while (batch.Count < Together && queue.Reader.TryRead(out var next))
            {
                batch.Add(next);
            }

            if (!await Stored(batch, quiet: batch.Count > 1) && batch.Count > 1)
            {
                // One bad delivery must not fail its neighbours.
                foreach (var one in batch)
                {
                    await Stored([one], quiet: false);
                }
            }
        }
    }

    private async Task<bool> Stored(List<(Delivery Delivery, TaskCompletionSource Stored)> batch, bool quiet)
    {
        try
        {
            await using var db = await dbs.CreateDbContextAsync();
            await using (var write = await Write.Begin(db, CancellationToken.None, Urgency.First))
            {
                // A message whose id is known already is passed over.
                await ManyRows.Insert(db, [.. batch.SelectMany(b => b.Delivery.Messages)], CancellationToken.None, "ON CONFLICT (\"Channel\", \"MessageId\") DO NOTHING");
                await ManyRows.Insert(db, [.. batch.SelectMany(b => b.Delivery.Statuses)], CancellationToken.None);
                db.AddRange(batch.SelectMany(b => b.Delivery.Unread));
                await db.SaveChangesAsync();
                await write.Commit(CancellationToken.None);
            }

            foreach (var (_, stored) in batch)
            {
                stored.TrySetResult();
            }

            lanes.Wake(batch.SelectMany(b => b.Delivery.Messages).Select(m => m.Lane).Distinct(), batch.Exists(b => b.Delivery.Statuses.Count > 0));
            return true;
        }
        catch (Exception trouble)
        {
            if (!quiet)
            {
                log.LogError(trouble, "{Count} deliveries could not be stored; the provider will repeat them.", batch.Count);
                batch.ForEach(b => b.Stored.TrySetException(trouble));
            }

            return false;
        }
    }
}

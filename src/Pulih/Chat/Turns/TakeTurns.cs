using Microsoft.EntityFrameworkCore;
using Pulih.Chat.Inbox;
using Pulih.Platform;
using Pulih.Platform.Storage;
using Pulih.Sending.Contracts;

namespace Pulih.Chat.Turns;

/// <summary>
/// Takes a lane's next messages and answers them in one transaction: conversations, domain rows, outbox, facts and done
/// marks are all there or none is. A batch that fails is halved until the culprit is alone, and the culprit is parked.
/// </summary>
internal sealed class TakeTurns(IDbContextFactory<PulihDb> dbs, AnswerBatch answers, ParkMessage park, IOutbox outbox, ISettle settle, IConfiguration configuration, Settings settings, ILogger<TakeTurns> log)
{
    private const int Repeats = 4;

    // All lanes at once ruin the acknowledgements: 8 of 64 on PostgreSQL and 2 on SQLite kept their p99 under 100 ms.
    private readonly SemaphoreSlim atOnce = new(configuration.GetValue("Chat:LanesAtOnce", settings.Postgres is null ? 2 : 6));

    /// <summary>How many messages share a transaction; 100 was the best of 20, 100 and 200, and 1 shows what sharing is worth.</summary>
    public int Batch { get; } = configuration.GetValue("Chat:Batch", 100);

    /// <summary>How long a message waits for company.</summary>
    public TimeSpan Linger { get; } = TimeSpan.FromMilliseconds(configuration.GetValue("Chat:LingerMilliseconds", 40));

    /// <summary>Answers up to a batch of the lane's waiting messages; gives how many it took.</summary>
    public async Task<int> Take(short lane, CancellationToken cancel)
    {
        await atOnce.WaitAsync(cancel);
        try
        {
            List<InboxMessage> waiting;
            await using (var db = await dbs.CreateDbContextAsync(cancel))
            {
                waiting = await Waiting(db, lane, cancel);
            }

            if (waiting.Count > 0)
            {
                await Answer(waiting, cancel);
                outbox.Wake();
            }

            return waiting.Count;
        }
        finally
        {
            atOnce.Release();
        }
    }

    private Task<List<InboxMessage>> Waiting(PulihDb db, short lane, CancellationToken cancel) =>
        db.Set<InboxMessage>().AsNoTracking().Where(m => m.State == InboxState.Waiting && m.Lane == lane).OrderBy(m => m.Id).Take(Batch).ToListAsync(cancel);

    private async Task<IReadOnlyList<InboxMessage>> StillWaiting(IReadOnlyList<InboxMessage> messages, CancellationToken cancel)
    {
        var ids = messages.Select(m => m.Id).ToArray();
        await using var db = await dbs.CreateDbContextAsync(cancel);
        return await db.Set<InboxMessage>().AsNoTracking().Where(m => ids.Contains(m.Id) && m.State == InboxState.Waiting).OrderBy(m => m.Id).ToListAsync(cancel);
    }

    private async Task Answer(IReadOnlyList<InboxMessage> messages, CancellationToken cancel)
    {
        for (var attempt = 1; messages.Count > 0; attempt++)
        {
            try
            {
                await Save(messages, cancel);
                return;
            }
            catch (Exception conflict) when (Troubles.IsConflict(conflict) && attempt < Repeats)
            {
                // A page or another machine was first with one of these people: read again and repeat.
                messages = await StillWaiting(messages, cancel);
            }
            catch (Exception passing) when (Troubles.IsPassing(passing) || cancel.IsCancellationRequested)
            {
                throw; // The database is away, not the message bad: the sweep comes back to it.
            }
            catch (Exception) when (messages.Count > 1)
            {
                var half = messages.Count / 2;
                await Answer([.. messages.Take(half)], cancel);
                await Answer([.. messages.Skip(half)], cancel);
                return;
            }
            catch (Exception trouble)
            {
                log.LogError(trouble, "Message {Id} could not be answered and is parked.", messages[0].Id);
                await park.Park(messages[0], trouble, cancel);
                return;
            }
        }
    }

    private async Task Save(IReadOnlyList<InboxMessage> messages, CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var wrote = await answers.Answer(db, messages, cancel);
        await using var write = await Write.Begin(db, cancel);
        var ids = messages.Select(m => m.Id).ToArray();
        var done = await db.Set<InboxMessage>().Where(m => ids.Contains(m.Id) && m.State == InboxState.Waiting)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, InboxState.Done), cancel);
        if (done != messages.Count)
        {
            throw new DbUpdateConcurrencyException($"Of {messages.Count} messages from {ids[0]} on, {messages.Count - done} were answered elsewhere meanwhile.");
        }

        await settle.Heard(db, wrote, messages.Max(m => m.SentAt), cancel);
        await db.SaveBatch(cancel);
        await write.Commit(cancel);
    }
}

using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Cluster;
using Pulih.Platform.Storage;
using Pulih.Sending.Contracts;
using Pulih.Sending.Outbox;

namespace Pulih.Sending.Cost;

/// <summary>Sends what a budget stopped as soon as the budget can carry it again; answers to people wait for these instead (<see cref="ShowTheWay"/>), and news of yesterday is left out.</summary>
internal sealed class ResumeStopped(IDbContextFactory<PulihDb> dbs, IOutbox outbox, RateCard card, TimeProvider clock) : IJob
{
    private const int Portion = 500;
    private static readonly TimeSpan NewsIsOldAfter = TimeSpan.FromHours(12);

    public string Name => "resume-stopped";

    public TimeSpan Every => TimeSpan.FromSeconds(5);

    public async Task<bool> Run(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var stopped = await db.Set<OutboxMessage>().AsNoTracking().Where(m => m.State == OutboxState.Stopped && m.Purpose != Purpose.Reply).OrderBy(m => m.Id).Take(Portion)
            .Select(m => new { m.Id, m.ProgrammeId, m.Purpose, m.QueuedAt, m.Address, m.Category }).ToListAsync(cancel);
        if (stopped.Count == 0)
        {
            return false;
        }

        var rates = await card.Now(cancel);
        var programmes = stopped.Select(m => m.ProgrammeId).Distinct().ToList();
        var purses = await db.Set<Budget>().AsNoTracking().Where(b => programmes.Contains(b.Id)).ToDictionaryAsync(b => b.Id, cancel);
        var old = stopped.Where(m => m.Purpose is Purpose.Notice or Purpose.Farewell && m.QueuedAt < now - NewsIsOldAfter).Select(m => m.Id).ToList();
        var again = new List<Guid>();
        foreach (var message in stopped.Where(m => !old.Contains(m.Id)))
        {
            var purse = purses[message.ProgrammeId];
            var sen = rates.Of(now, message.Address, message.Category).Sen;
            if (purse.Affords(sen, message.Purpose == Purpose.Farewell))
            {
                purse.Reserved += sen;
                again.Add(message.Id);
            }
        }

        if (again.Count + old.Count == 0)
        {
            return false;
        }

        await using var write = await Write.Begin(db, cancel);
        await db.Set<OutboxMessage>().Where(m => again.Contains(m.Id) && m.State == OutboxState.Stopped).ExecuteUpdateAsync(set => set.SetProperty(m => m.State, OutboxState.Queued), cancel);
        await db.Set<OutboxMessage>().Where(m => old.Contains(m.Id) && m.State == OutboxState.Stopped).ExecuteUpdateAsync(set => set.SetProperty(m => m.State, OutboxState.Lapsed), cancel);
        await write.Commit(cancel);
        outbox.Wake();
        return stopped.Count == Portion;
    }
}

using Microsoft.EntityFrameworkCore;
using Pulih.Chat.Inbox;
using Pulih.Platform.Cluster;
using Pulih.Platform.Storage;
using Pulih.Sending.Contracts;

namespace Pulih.Chat.Turns;

/// <summary>The statuses' own lane: hands them to the outbox in batches and removes them; it never wakes a conversation.</summary>
internal sealed class SettleStatuses(IDbContextFactory<PulihDb> dbs, ISettle settle) : IJob
{
    public const string JobName = "statuses";
    private const int Batch = 500;

    public string Name => JobName;

    public TimeSpan Every => TimeSpan.FromSeconds(1);

    public async Task<bool> Run(CancellationToken cancel)
    {
        // Nothing waits for a status, so they gather for a moment.
        await Task.Delay(TimeSpan.FromMilliseconds(50), cancel);
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var reports = await db.Set<StatusReport>().AsNoTracking().OrderBy(s => s.Id).Take(Batch).ToListAsync(cancel);
        if (reports.Count == 0)
        {
            return false;
        }

        await using var write = await Write.Begin(db, cancel);
        await settle.Settle(db, [.. reports.Select(r => new Settlement(r.OutboxId, r.MessageId, r.Status, r.ErrorCode, r.PriceCategory, r.PriceType, r.At) { Channel = r.Channel, Address = r.Address })], cancel);
        var ids = reports.ConvertAll(r => r.Id);
        await db.Set<StatusReport>().Where(s => ids.Contains(s.Id)).ExecuteDeleteAsync(cancel);
        await write.Commit(cancel);
        return reports.Count == Batch;
    }
}

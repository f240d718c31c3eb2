using Microsoft.EntityFrameworkCore;
using Pulih.Chat.Linking;
using Pulih.Platform.Cluster;
using Pulih.Platform.Storage;

namespace Pulih.Chat.Inbox;

/// <summary>Lets raw bodies go after a week, and codes that ran out; the ids stay, so that a delivery repeated much later is still recognised.</summary>
internal sealed class ForgetBodies(IDbContextFactory<PulihDb> dbs, TimeProvider clock) : IJob
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);
    private const int AtOnce = 1_000;

    public string Name => "forget-bodies";

    public TimeSpan Every => TimeSpan.FromMinutes(10);

    public async Task<bool> Run(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var before = now - Kept;
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var old = await db.Set<InboxMessage>().Where(m => m.Body != null && m.ReceivedAt < before).OrderBy(m => m.Id).Select(m => m.Id).Take(AtOnce).ToListAsync(cancel);
        await using var write = await Write.Begin(db, cancel);
        await db.Set<InboxMessage>().Where(m => old.Contains(m.Id)).ExecuteUpdateAsync(set => set.SetProperty(m => m.Body, (string?)null), cancel);
        await db.Set<UnreadBody>().Where(b => b.ReceivedAt < before).ExecuteDeleteAsync(cancel);
        await db.Set<LinkCode>().Where(c => c.Until < now).ExecuteDeleteAsync(cancel);
        await write.Commit(cancel);
        return old.Count == AtOnce;
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Chat.Inbox;
using Pulih.Platform.Storage;
using Pulih.Sending.Contracts;

namespace Pulih.Chat.Turns;

/// <summary>Sets aside the one message that cannot be answered, tells its person kindly, and can put it back.</summary>
internal sealed class ParkMessage(IDbContextFactory<PulihDb> dbs, IOutbox outbox, IStringLocalizer<Texts> text)
{
    public async Task Park(InboxMessage message, Exception trouble, CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var conversation = await db.Set<Conversation>().AsNoTracking().SingleOrDefaultAsync(c => c.Channel == message.Channel && c.Address == message.Address, cancel);

        // The kind of trouble, not its message, which may quote what the person wrote.
        var kind = trouble.GetBaseException().GetType().Name;
        await using var write = await Write.Begin(db, cancel);
        var parked = await db.Set<InboxMessage>().Where(m => m.Id == message.Id && m.State == InboxState.Waiting)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, InboxState.Parked).SetProperty(m => m.Trouble, kind), cancel);
        if (parked == 1)
        {
            outbox.Queue(db, new(conversation?.PersonId ?? Guid.Empty, message.Channel, message.Address, Purpose.Reply, new(text["parked"]))
            {
                Number = message.Number, InReplyTo = message.MessageId, HeardAt = message.SentAt, ProgrammeId = conversation?.ProgrammeId, FreeUntil = conversation?.FreeUntil,
            });
            await db.SaveChangesAsync(cancel);
        }

        await write.Commit(cancel);
    }

    /// <summary>Lets a parked message be answered again, after its cause was mended.</summary>
    public async Task<bool> Replay(long id, CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        await using var write = await Write.Begin(db, cancel);
        var put = await db.Set<InboxMessage>().Where(m => m.Id == id && m.State == InboxState.Parked)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, InboxState.Waiting).SetProperty(m => m.Trouble, (string?)null), cancel);
        await write.Commit(cancel);
        return put == 1;
    }
}

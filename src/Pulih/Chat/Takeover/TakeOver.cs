using Microsoft.EntityFrameworkCore;
using Pulih.Chat.Turns;
using Pulih.Platform.Storage;
using Pulih.Sending.Contracts;

namespace Pulih.Chat.Takeover;

/// <summary>
/// A human in a conversation. While one holds it the product is silent there; the hold runs out by itself half an hour
/// after the human's last word, so that nobody is forgotten. Each change raises the conversation's version, so a turn
/// that was computed meanwhile is not saved but computed anew.
/// </summary>
internal sealed class TakeOver(IDbContextFactory<PulihDb> dbs, IOutbox outbox, TimeProvider clock)
{
    public static readonly TimeSpan Hold = TimeSpan.FromMinutes(30);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>False where somebody else holds it.</summary>
    public Task<bool> Take(Guid conversation, string by, CancellationToken cancel)
    {
        var now = Now;
        return Change(db => db.Set<Conversation>().Where(c => c.Id == conversation && (c.HeldBy == null || c.HeldBy == by || c.HeldUntil < now))
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.HeldBy, by).SetProperty(c => c.HeldUntil, now + Hold).SetProperty(c => c.Version, c => c.Version + 1), cancel), cancel);
    }

    /// <summary>Says something to the person; false where the hold has run out or somebody else took it. An answer outside the 24 hours waits until the person writes.</summary>
    public Task<bool> Answer(Guid conversation, string by, string text, CancellationToken cancel) => Change(async db =>
    {
        var now = Now;
        var said = await Mine(db, conversation, by, now)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.HeldUntil, now + Hold).SetProperty(c => c.WaitsSince, (DateTime?)null).SetProperty(c => c.Version, c => c.Version + 1), cancel);
        if (said == 1)
        {
            var to = await db.Set<Conversation>().AsNoTracking().SingleAsync(c => c.Id == conversation, cancel);
            outbox.Queue(db, to.Outgoing(Purpose.Human, new(text)));
        }

        return said;
    }, cancel);

    /// <summary>Gives the conversation back to the product; nobody waits any more.</summary>
    public Task<bool> Close(Guid conversation, string by, CancellationToken cancel) =>
        Change(db => Mine(db, conversation, by, Now).ExecuteUpdateAsync(
            set => set.SetProperty(c => c.HeldBy, (string?)null).SetProperty(c => c.HeldUntil, (DateTime?)null).SetProperty(c => c.WaitsSince, (DateTime?)null).SetProperty(c => c.Version, c => c.Version + 1), cancel), cancel);

    /// <summary>Puts it back among those that wait, with a note for whoever comes next.</summary>
    public Task<bool> HandOn(Guid conversation, string by, string note, CancellationToken cancel) => Change(async db =>
    {
        var now = Now;
        var handed = await Mine(db, conversation, by, now).ExecuteUpdateAsync(
            set => set.SetProperty(c => c.HeldBy, (string?)null).SetProperty(c => c.HeldUntil, (DateTime?)null).SetProperty(c => c.WaitsSince, c => c.WaitsSince ?? now).SetProperty(c => c.Version, c => c.Version + 1), cancel);
        if (handed == 1)
        {
            db.Add(Noted(conversation, by, note));
        }

        return handed;
    }, cancel);

    /// <summary>A line for colleagues; the person never sees it.</summary>
    public Task<bool> Note(Guid conversation, string by, string note, CancellationToken cancel) => Change(async db =>
    {
        var known = await db.Set<Conversation>().CountAsync(c => c.Id == conversation, cancel);
        if (known == 1)
        {
            db.Add(Noted(conversation, by, note));
        }

        return known;
    }, cancel);

    private static IQueryable<Conversation> Mine(PulihDb db, Guid conversation, string by, DateTime now) =>
        db.Set<Conversation>().Where(c => c.Id == conversation && c.HeldBy == by && c.HeldUntil >= now);

    private Note Noted(Guid conversation, string by, string note) => new() { Id = Ids.Next(clock), ConversationId = conversation, By = by, Text = note, At = Now };

    private async Task<bool> Change(Func<PulihDb, Task<int>> change, CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        await using var write = await Write.Begin(db, cancel);
        var changed = await change(db);
        await db.SaveChangesAsync(cancel);
        await write.Commit(cancel);
        outbox.Wake();
        return changed == 1;
    }
}

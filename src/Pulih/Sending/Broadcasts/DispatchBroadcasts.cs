using Microsoft.EntityFrameworkCore;
using Pulih.Chat.Contracts;
using Pulih.Platform.Cluster;
using Pulih.Platform.Storage;
using Pulih.Privacy.Contracts;
using Pulih.Sending.Contracts;
using Pulih.Sending.Outbox;
using Pulih.Sending.Templates;

namespace Pulih.Sending.Broadcasts;

/// <summary>
/// Queues the messages of running broadcasts as they fall due, a few ahead of the senders, so that answers never stand
/// behind a hundred thousand invitations and a pause stops all but those few. A recipient is marked in the transaction
/// that queues the message: whatever happens in between, each gets it once.
/// </summary>
internal sealed class DispatchBroadcasts(IDbContextFactory<PulihDb> dbs, IOutbox outbox, IReach reach, IConsent consents, IConfiguration configuration, TimeProvider clock) : IJob
{
    private const int Portion = 250;

    // A person gets at most one message of promotion in three days.
    private static readonly TimeSpan BetweenPromotions = TimeSpan.FromDays(3);

    /// <summary>How many may stand in the outbox at once.</summary>
    private readonly int ahead = configuration.GetValue("Broadcasts:Ahead", 1_000);

    public string Name => "dispatch-broadcasts";

    public TimeSpan Every => TimeSpan.FromSeconds(1);

    public async Task<bool> Run(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var running = await db.Set<Broadcast>().AsNoTracking().Where(b => b.State == BroadcastState.Running).OrderBy(b => b.Id).ToListAsync(cancel);
        if (running.Count == 0)
        {
            return false;
        }

        var room = ahead - await db.Set<OutboxMessage>().Where(m => m.State == OutboxState.Queued && m.CampaignId != null).OrderBy(m => m.Id).Take(ahead).CountAsync(cancel);
        foreach (var broadcast in running)
        {
            var due = room <= 0 ? [] : await db.Set<Recipient>().AsNoTracking().Where(r => r.BroadcastId == broadcast.Id && r.State == RecipientState.Waiting && r.DueAt <= now)
                .OrderBy(r => r.DueAt).Take(Math.Min(Portion, room)).ToListAsync(cancel);
            if (due.Count > 0)
            {
                await Queue(db, broadcast, due, now, cancel);
                outbox.Wake();
                return true;
            }

            if (broadcast.Prepared && !await db.Set<Recipient>().AnyAsync(r => r.BroadcastId == broadcast.Id && r.State == RecipientState.Waiting, cancel))
            {
                await using var write = await Write.Begin(db, cancel);
                await db.Set<Broadcast>().Where(b => b.Id == broadcast.Id && b.State == BroadcastState.Running).ExecuteUpdateAsync(set => set.SetProperty(b => b.State, BroadcastState.Done), cancel);
                await write.Commit(cancel);
            }
        }

        return false;
    }

    private async Task Queue(PulihDb db, Broadcast broadcast, List<Recipient> due, DateTime now, CancellationToken cancel)
    {
        var people = due.ConvertAll(r => r.PersonId);
        var template = await db.Set<Template>().AsNoTracking().SingleAsync(t => t.Id == broadcast.TemplateId, cancel);
        var ways = await reach.Of(db, people, cancel);
        var where = people.Select(p => Way(ways[p], now)).OfType<Reach>().ToDictionary(r => r.PersonId);
        var allowed = await consents.Load(db, people, cancel);
        var purpose = template.Marketing ? ConsentPurpose.Offers : ConsentPurpose.TakePart;
        var since = now - BetweenPromotions;
        var lately = template.Marketing
            ? await db.Set<Recipient>().Where(r => people.Contains(r.PersonId) && r.State == RecipientState.Queued && r.At > since && r.BroadcastId != broadcast.Id).Select(r => r.PersonId).ToListAsync(cancel)
            : [];
        var goes = due.FindAll(r => where.TryGetValue(r.PersonId, out var at) && !at.Stopped && allowed[r.PersonId].Allows(purpose) && !lately.Contains(r.PersonId));
        var ids = goes.ConvertAll(r => r.PersonId);
        var rest = people.Except(ids).ToList();
        await using var write = await Write.Begin(db, cancel);
        var queued = await Mark(db, broadcast.Id, ids, RecipientState.Queued, now, cancel);
        var skipped = await Mark(db, broadcast.Id, rest, RecipientState.Skipped, now, cancel);
        var running = await db.Set<Broadcast>().Where(b => b.Id == broadcast.Id && b.State == BroadcastState.Running)
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.Queued, b => b.Queued + queued).SetProperty(b => b.Skipped, b => b.Skipped + skipped), cancel);
        if (queued != ids.Count || skipped != rest.Count || running != 1)
        {
            return; // Somebody else was here, or it was paused this moment: all is undone and looked at again.
        }

        foreach (var to in goes)
        {
            var at = where[to.PersonId];
            var say = at.Channel == ChannelName.WhatsApp ? template.Say(to.Called, to.Business) : new Say(template.For(to.Called, to.Business));
            outbox.Queue(db, new(to.PersonId, at.Channel, at.Address, Purpose.Campaign, say)
            {
                Number = at.Number, HeardAt = at.HeardAt, ProgrammeId = broadcast.ProgrammeId, FreeUntil = at.FreeUntil, CampaignId = broadcast.Id,
            });
        }

        await db.SaveChangesAsync(cancel);
        await write.Commit(cancel);
    }

    /// <summary>WhatsApp takes templates at any time; elsewhere only who wrote within a day can be told.</summary>
    private static Reach? Way(IEnumerable<Reach> ways, DateTime now) =>
        ways.FirstOrDefault(w => w.Channel == ChannelName.WhatsApp) ?? ways.FirstOrDefault(w => w.HeardAt + Outgoing.Window > now);

    private static async Task<int> Mark(PulihDb db, Guid broadcast, List<Guid> people, RecipientState state, DateTime now, CancellationToken cancel) =>
        people.Count == 0 ? 0 : await db.Set<Recipient>().Where(r => r.BroadcastId == broadcast && people.Contains(r.PersonId) && r.State == RecipientState.Waiting)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.State, state).SetProperty(r => r.At, now), cancel);
}

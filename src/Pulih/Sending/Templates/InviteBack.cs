using Microsoft.EntityFrameworkCore;
using Pulih.Chat.Contracts;
using Pulih.Platform.Cluster;
using Pulih.Platform.Storage;
using Pulih.Registry.Contracts;
using Pulih.Sending.Contracts;
using Pulih.Sending.Outbox;

namespace Pulih.Sending.Templates;

/// <summary>
/// What waits for its person because the 24 hours were over (the answer of a human, a certificate) is announced by one
/// template: whoever answers it opens the window, and what waits goes out. Once in a week for a person, in their daytime.
/// </summary>
internal sealed class InviteBack(IDbContextFactory<PulihDb> dbs, ITemplates templates, IPeople people, IReach reach, IRegions regions, IOutbox outbox, TimeProvider clock) : IJob
{
    private const int Portion = 200;
    private static readonly TimeSpan Again = TimeSpan.FromDays(7);

    public string Name => "invite-back";

    public TimeSpan Every => TimeSpan.FromSeconds(20);

    public async Task<bool> Run(CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var waiting = await db.Set<OutboxMessage>().AsNoTracking().Where(m => m.State == OutboxState.Waiting && m.InvitedAt == null && !Purposes.Lapsing.Contains(m.Purpose))
            .OrderBy(m => m.Id).Take(Portion).Select(m => new { m.Id, m.PersonId, m.Address, m.ProgrammeId }).ToListAsync(cancel);
        if (waiting.Count == 0 || await templates.For(db, TemplateRole.Invitation, cancel) is not { } template)
        {
            return false;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var since = now - Again;
        var owners = await people.Load(db, [.. waiting.Select(w => w.PersonId).Distinct()], cancel);
        var awake = waiting.FindAll(w => Awake(owners.GetValueOrDefault(w.PersonId), now));
        var addresses = awake.Select(w => w.Address).Distinct().ToList();
        var lately = await db.Set<OutboxMessage>().Where(m => addresses.Contains(m.Address) && m.Purpose == Purpose.Invitation && m.QueuedAt > since).Select(m => m.Address).ToListAsync(cancel);
        var ways = await reach.Of(db, [.. awake.Select(w => w.PersonId).Distinct()], cancel);
        var ids = awake.ConvertAll(w => w.Id);
        await using var write = await Write.Begin(db, cancel);
        var marked = await db.Set<OutboxMessage>().Where(m => ids.Contains(m.Id) && m.State == OutboxState.Waiting && m.InvitedAt == null).ExecuteUpdateAsync(set => set.SetProperty(m => m.InvitedAt, now), cancel);
        if (marked != ids.Count)
        {
            return true; // Somebody wrote this moment: all is undone and looked at again.
        }

        foreach (var one in awake.DistinctBy(w => w.PersonId).Where(w => !lately.Contains(w.Address)))
        {
            // Only WhatsApp has templates.
            if (ways[one.PersonId].FirstOrDefault(w => w is { Channel: ChannelName.WhatsApp, Stopped: false }) is { } way)
            {
                var owner = owners.GetValueOrDefault(one.PersonId);
                outbox.Queue(db, new(one.PersonId, way.Channel, way.Address, Purpose.Invitation, template.Say(owner?.Called ?? "Bapak/Ibu", owner?.Businesses.FirstOrDefault()?.Name ?? "UMKM"))
                {
                    Number = way.Number, HeardAt = way.HeardAt, ProgrammeId = one.ProgrammeId, FreeUntil = way.FreeUntil,
                });
            }
        }

        await db.SaveChangesAsync(cancel);
        await write.Commit(cancel);
        outbox.Wake();
        return waiting.Count == Portion && awake.Count > 0;
    }

    private bool Awake(PersonInfo? owner, DateTime now)
    {
        var province = (owner?.Businesses.FirstOrDefault() is { } business ? regions.Get(business.RegionCode)?.Province : null) ?? regions.Provinces[0];
        return !QuietTimes.IsQuiet(now, province);
    }
}

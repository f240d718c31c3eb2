using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Events;
using Pulih.Platform.Storage;
using Pulih.Sending.Broadcasts;
using Pulih.Sending.Contracts;
using Pulih.Sending.Outbox;

namespace Pulih.Sending.Senders;

/// <summary>
/// What a refusal means beyond its message, whether it came as the answer to the send or with a status: a broadcast whose
/// template the provider refuses or about which people complain pauses, and whoever wants no promotion gets none.
/// </summary>
internal static class HeedRefusals
{
    /// <summary>"User has stopped marketing messages".</summary>
    private const int NoOffers = 131050;

    // Spam restriction, category misuse, and what is wrong with a template: developers.facebook.com, support/error-codes.
    private static readonly int[] Pausing = [131048, 131064, 132000, 132001, 132005, 132007, 132012, 132015, 132016, 132018];

    /// <summary>In the transaction that keeps the refusals.</summary>
    public static async Task After(PulihDb db, IReadOnlyList<(Guid OutboxId, int Code)> refused, TimeProvider clock, CancellationToken cancel)
    {
        var heeded = refused.Where(r => r.Code == NoOffers || Pausing.Contains(r.Code)).ToLookup(r => r.OutboxId, r => r.Code);
        if (heeded.Count == 0)
        {
            return;
        }

        var ids = heeded.Select(h => h.Key).ToList();
        var messages = await db.Set<OutboxMessage>().AsNoTracking().Where(m => ids.Contains(m.Id)).Select(m => new { m.Id, m.PersonId, m.CampaignId }).ToListAsync(cancel);
        foreach (var person in messages.Where(m => heeded[m.Id].Contains(NoOffers)).Select(m => m.PersonId).Distinct())
        {
            db.Raise(new OffersRefused(person), clock);
        }

        foreach (var campaign in messages.Where(m => m.CampaignId is not null && heeded[m.Id].Any(Pausing.Contains)).GroupBy(m => m.CampaignId, m => heeded[m.Id].First()))
        {
            await db.Set<Broadcast>().Where(b => b.Id == campaign.Key && b.State == BroadcastState.Running)
                .ExecuteUpdateAsync(set => set.SetProperty(b => b.State, BroadcastState.Paused).SetProperty(b => b.PausedByCode, campaign.First()), cancel);
        }

        await db.SaveChangesAsync(cancel);
    }
}

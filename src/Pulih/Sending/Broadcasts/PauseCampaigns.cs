using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Storage;
using Pulih.Sending.Senders;

namespace Pulih.Sending.Broadcasts;

/// <summary>Pauses a broadcast whose template the provider refuses or about which people complain; the next message would be refused as well.</summary>
internal static class PauseCampaigns
{
    // Spam restriction, category misuse, and what is wrong with a template: developers.facebook.com, support/error-codes.
    private static readonly int[] Codes = [131048, 131064, 132000, 132001, 132005, 132007, 132012, 132015, 132016, 132018];

    public static async Task After(PulihDb db, IReadOnlyList<Outcome> ended, CancellationToken cancel)
    {
        foreach (var refused in ended.Where(e => e.Message.CampaignId is not null && e.Result.ErrorCode is { } code && Codes.Contains(code)).DistinctBy(e => e.Message.CampaignId))
        {
            await db.Set<Broadcast>().Where(b => b.Id == refused.Message.CampaignId && b.State == BroadcastState.Running)
                .ExecuteUpdateAsync(set => set.SetProperty(b => b.State, BroadcastState.Paused).SetProperty(b => b.PausedByCode, refused.Result.ErrorCode), cancel);
        }
    }
}

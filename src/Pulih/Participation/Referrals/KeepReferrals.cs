using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Pulih.Participation.Contracts;
using Pulih.Platform.Storage;

namespace Pulih.Participation.Referrals;

/// <summary>Keeps all entry links in memory: every new conversation asks for one, and they change a few times a week.</summary>
internal sealed class KeepReferrals(IDbContextFactory<PulihDb> dbs, TimeProvider clock) : IReferrals
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);
    private volatile Loaded? latest;

    public ValueTask<ReferralMap> Map(CancellationToken cancel) =>
        latest is { } loaded && clock.GetElapsedTime(loaded.At) < Fresh ? new(loaded.Map) : new(Load(cancel));

    public ReferralInfo Add(PulihDb db, ReferralInfo referral)
    {
        var added = db.Add(Referral.Of(referral, clock.GetUtcNow().UtcDateTime)).Entity;
        db.SavedChanges += (_, _) => latest = null;
        return referral with { Code = added.Code };
    }

    private async Task<ReferralMap> Load(CancellationToken cancel)
    {
        var at = clock.GetTimestamp();
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var all = await db.Set<Referral>().AsNoTracking().Select(r => new ReferralInfo(r.Code, r.ProgrammeId, r.CohortId, r.PartnerId, r.Source)).ToListAsync(cancel);
        var map = new ReferralMap(all.ToFrozenDictionary(r => r.Code, StringComparer.Ordinal));
        latest = new(map, at);
        return map;
    }

    private sealed record Loaded(ReferralMap Map, long At);
}

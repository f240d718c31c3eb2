using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Events;
using Pulih.Platform.Storage;
using Pulih.Registry.Contracts;

namespace Pulih.Proof.Credits;

/// <summary>
/// Counts businesses again after it was decided which of them are one. Which credit counts follows from the credits and
/// the groups alone, so merging and un-merging in any order end where the groups say. Being told again changes nothing.
/// </summary>
internal sealed class Regroup(IBusinesses businesses, TimeProvider clock) : IHandle<BusinessesRegrouped>
{
    public async Task Handle(IReadOnlyList<BusinessesRegrouped> happened, PulihDb db, CancellationToken cancel)
    {
        var groups = (await businesses.Groups(db, [.. happened.SelectMany(h => h.BusinessIds).Distinct()], cancel)).Values.DistinctBy(g => g[0]).ToList();
        var members = groups.SelectMany(g => g).ToList();
        var credits = (await db.Set<Credit>().Where(c => members.Contains(c.BusinessId)).ToListAsync(cancel)).ToLookup(c => c.BusinessId);
        var counted = (await db.Set<CountedOnce>().Where(c => members.Contains(c.BusinessId)).ToListAsync(cancel)).ToLookup(c => c.BusinessId);
        foreach (var group in groups)
        {
            Count(db, group[0], [.. group.SelectMany(b => credits[b])], [.. group.SelectMany(b => counted[b])]);
        }
    }

    private void Count(PulihDb db, Guid kept, List<Credit> credits, List<CountedOnce> before)
    {
        var first = FirstCredits.Of(credits.OrderBy(c => c.CountedAt).ThenBy(c => c.Id));
        foreach (var old in before.Where(o => o.BusinessId != kept || !first.ContainsKey((o.ProgrammeId, o.PartnerId))))
        {
            db.Remove(old);
        }

        var own = before.Where(o => o.BusinessId == kept).ToDictionary(o => (o.ProgrammeId, o.PartnerId));
        foreach (var (where, credit) in first)
        {
            if (own.TryGetValue(where, out var there))
            {
                there.CreditId = credit.Id;
            }
            else
            {
                db.Add(new CountedOnce { BusinessId = kept, ProgrammeId = where.Programme, PartnerId = where.Partner, CreditId = credit.Id });
            }
        }

        foreach (var credit in credits)
        {
            db.AddRange(credit.CountAs(FirstCredits.Places(credit).Where(p => first[p] == credit).ToHashSet(), clock));
        }
    }
}

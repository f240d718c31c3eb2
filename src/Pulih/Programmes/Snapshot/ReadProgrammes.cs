using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Storage;
using Pulih.Programmes.Agreements;
using Pulih.Programmes.Claims;
using Pulih.Programmes.Cohorts;
using Pulih.Programmes.Contracts;
using Pulih.Programmes.Partners;
using Pulih.Programmes.Targets;

namespace Pulih.Programmes.Snapshot;

internal static class ReadProgrammes
{
    /// <summary>Reads the small tables whole; there are tens of programmes, not thousands.</summary>
    public static async Task<ProgrammeMap> From(PulihDb db, CancellationToken cancel)
    {
        var suspended = (await db.Set<Suspension>().Where(s => s.Until == null).Select(s => s.PartnerId).ToListAsync(cancel)).ToHashSet();
        var agreed = await db.Set<Acceptance>().GroupBy(a => a.PartnerId).Select(g => new { g.Key, Version = g.Max(a => a.Version) }).ToDictionaryAsync(a => a.Key, a => a.Version, cancel);
        var partners = (await db.Set<Partner>().AsNoTracking().OrderBy(p => p.Name).ToListAsync(cancel))
            .ConvertAll(p => new PartnerInfo(p.Id, p.Code, p.Name) { Suspended = suspended.Contains(p.Id), Agreed = agreed.GetValueOrDefault(p.Id) });
        var byId = partners.ToDictionary(p => p.Id);
        var partnerships = (await db.Set<Partnership>().AsNoTracking().ToListAsync(cancel)).ToLookup(p => p.ProgrammeId, p => byId[p.PartnerId]);
        var cohorts = (await db.Set<Cohort>().AsNoTracking().OrderBy(c => c.Starts).ThenBy(c => c.Code).ToListAsync(cancel)).ToLookup(c => c.ProgrammeId, Info);
        var targets = (await db.Set<Target>().AsNoTracking().OrderBy(t => t.Number).ToListAsync(cancel))
            .ToLookup(t => t.ProgrammeId, t => new TargetInfo(t.Count, t.SetAt, t.Reason));
        var claims = (await db.Set<Claim>().AsNoTracking().OrderBy(c => c.On).ThenBy(c => c.Id).ToListAsync(cancel))
            .ToLookup(c => c.ProgrammeId, c => new ClaimInfo(c.Count, c.By, c.On, c.Source));
        var programmes = await db.Set<Programme>().AsNoTracking().OrderByDescending(p => p.CreatedAt).ToListAsync(cancel);
        return new(
            [.. programmes.Select(p => new ProgrammeInfo(p.Id, p.Code, p.Name, p.Organisers, p.Starts, p.Ends,
                [.. cohorts[p.Id]], [.. partnerships[p.Id].OrderBy(o => o.Name, StringComparer.Ordinal)])
            {
                Regions = Split(p.Regions), Targets = [.. targets[p.Id]], Claims = [.. claims[p.Id]],
            })],
            partners)
        {
            Agreement = await db.Set<Agreement>().MaxAsync(a => (int?)a.Version, cancel) ?? 0,
        };
    }

    private static CohortInfo Info(Cohort c) => new(c.Id, c.Code, c.Name, c.ProgrammeId, c.PartnerId, Split(c.Courses), c.Starts, c.Ends);

    private static string[] Split(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

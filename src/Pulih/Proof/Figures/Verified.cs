using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Storage;
using Pulih.Proof.Contracts;
using Pulih.Sending.Contracts;

namespace Pulih.Proof.Figures;

/// <summary>Reads the roll-ups of one programme: about a hundred rows, however many businesses they sum.</summary>
internal sealed class Verified : IVerified, ICountTrained
{
    async Task<long> ICountTrained.Of(PulihDb db, Guid programmeId, CancellationToken cancel) =>
        await db.Set<Rollup>().Where(r => r.ProgrammeId == programmeId && r.Cut == Cut.Total).SumAsync(r => r.Count, cancel);

    public async Task<VerifiedFigures> Of(PulihDb db, Guid programmeId, CancellationToken cancel)
    {
        var rows = await db.Set<Rollup>().AsNoTracking().Where(r => r.ProgrammeId == programmeId && r.Count != 0).ToListAsync(cancel);
        var asOf = await db.Set<Watermark>().Select(w => (DateTime?)w.AsOf).SingleOrDefaultAsync(cancel);
        var cuts = rows.ToLookup(r => r.Cut);
        var shared = await db.Set<Overlap>().AsNoTracking().Where(o => o.ProgrammeId == programmeId).ToListAsync(cancel);
        return new(
            cuts[Cut.Total].Sum(r => r.Count),
            rows.Count == 0 ? null : asOf,
            [.. cuts[Cut.Month].OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => (DateOnly.ParseExact(r.Key, "yyyy-MM", CultureInfo.InvariantCulture), r.Count))],
            cuts[Cut.Province].ToDictionary(r => r.Key, r => r.Count, StringComparer.Ordinal),
            cuts[Cut.Partner].ToDictionary(r => Guid.ParseExact(r.Key, "N"), r => r.Count),
            cuts[Cut.Sex].Where(r => r.Key == "woman").Sum(r => r.Count))
        {
            Shared = [.. shared.OrderByDescending(o => o.Count).ThenBy(o => o.Partners, StringComparer.Ordinal).Select(o => new SharedBusinesses([.. o.Partners.Split(' ').Select(p => Guid.ParseExact(p, "N"))], o.Count))],
        };
    }
}

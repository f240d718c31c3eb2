using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Facts;
using Pulih.Platform.Storage;
using Pulih.Registry.Matching;
using Pulih.Registry.Review;

namespace Pulih.Registry.Merging;

/// <summary>
/// Takes a list's row that was taken for a business away from it, and makes the business of its own that it names. What
/// the other business has earned stays with it. The answer is kept as a label, so the two are not asked about again;
/// merging the two makes them one as before.
/// </summary>
internal sealed class SplitRecord(MakeBusiness makes, TimeProvider clock)
{
    /// <summary>The new business's id; null where the record is no list's, or the only one its business has. The caller saves.</summary>
    public async Task<Guid?> Off(PulihDb db, Guid recordId, string by, CancellationToken cancel)
    {
        if (await db.Set<SourceRecord>().SingleOrDefaultAsync(r => r.Id == recordId && r.ImportId != null && r.AppliedAt != null, cancel) is not { } record)
        {
            return null;
        }

        var from = record.BusinessId;
        if (await db.Set<SourceRecord>().Where(r => r.BusinessId == from && r.Id != recordId && r.AppliedAt != null).OrderBy(r => r.Id).FirstOrDefaultAsync(cancel) is not { } stays)
        {
            return null;
        }

        (record.BusinessId, record.OwnerId) = (Ids.Next(clock), Ids.Next(clock));
        makes.Of(db, record, record.ImportId!.Value, newOwner: true);
        if (!await db.Set<Pair>().AnyAsync(p => (p.NewId == recordId && p.KnownId == stays.Id) || (p.NewId == stays.Id && p.KnownId == recordId), cancel))
        {
            var now = clock.GetUtcNow().UtcDateTime;
            db.Add(new Pair { Id = Ids.Next(clock), NewId = recordId, KnownId = stays.Id, ImportId = record.ImportId, Bits = MatchRecords.Sure, Doubt = MatchRecords.Sure, RaisedAt = now, State = PairState.Different, DecidedBy = by, DecidedAt = now });
        }

        db.Attest("registry.split", from, new { record = recordId, from, to = record.BusinessId }, clock);
        return record.BusinessId;
    }
}

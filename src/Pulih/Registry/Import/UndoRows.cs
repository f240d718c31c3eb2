using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Storage;
using Pulih.Registry.Businesses;
using Pulih.Registry.Matching;
using Pulih.Registry.People;
using Pulih.Registry.Review;

namespace Pulih.Registry.Import;

/// <summary>
/// Takes out what a list brought: its records always, its businesses and people where nobody else has named them
/// since. What somebody else relies on stays, and how many is told.
/// </summary>
internal static class UndoRows
{
    /// <summary>Works off these rows of the import, inside the caller's transaction.</summary>
    public static async Task Work(PulihDb db, ListImport import, IReadOnlyList<ImportRow> rows, CancellationToken cancel)
    {
        var ids = rows.Where(r => r.RecordId is not null).Select(r => r.RecordId!.Value).ToList();
        var records = await db.Set<SourceRecord>().AsNoTracking().Where(r => ids.Contains(r.Id)).Select(r => new { r.Id, r.BusinessId, r.OwnerId }).ToListAsync(cancel);
        await db.Set<RecordKey>().Where(k => ids.Contains(k.RecordId)).ExecuteDeleteAsync(cancel);
        await db.Set<Pair>().Where(p => (ids.Contains(p.NewId) || ids.Contains(p.KnownId)) && p.State == PairState.Open).ExecuteDeleteAsync(cancel);
        await db.Set<SourceRecord>().Where(r => ids.Contains(r.Id)).ExecuteDeleteAsync(cancel);

        var (businesses, owners) = (records.Select(r => r.BusinessId).Distinct().ToList(), records.Select(r => r.OwnerId).Distinct().ToList());
        // Also what an import brought that was undone before and could not take it along then.
        var undone = db.Set<ListImport>().Where(i => i.Id == import.Id || i.State == ImportState.Undone).Select(i => (Guid?)i.Id);
        var brought = db.Set<Business>().Where(b => businesses.Contains(b.Id) && undone.Contains(b.ImportId));
        await brought.Where(b => !db.Set<SourceRecord>().Any(r => r.BusinessId == b.Id) && !db.Set<Merging.Merge>().Any(m => m.UndoneAt == null && (m.GoneId == b.Id || m.KeptId == b.Id))).ExecuteDeleteAsync(cancel);
        import.Stayed += await brought.CountAsync(b => !db.Set<SourceRecord>().Any(r => r.BusinessId == b.Id && r.ImportId == import.Id), cancel);
        await db.Set<Person>().Where(p => owners.Contains(p.Id) && undone.Contains(p.ImportId) && !db.Set<Business>().Any(b => b.OwnerId == p.Id)).ExecuteDeleteAsync(cancel);
    }
}

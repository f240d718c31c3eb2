using Linkage.LookingUp;
using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Secrets;
using Pulih.Platform.Storage;
using Pulih.Registry.Businesses;
using Pulih.Registry.Matching;
using Pulih.Registry.People;
using Pulih.Registry.Review;

namespace Pulih.Registry.Import;

/// <summary>Takes the rows of a list into the registry as they were shown; what came to count since then is compared once more.</summary>
internal sealed class ApplyRows(MatchRecords matching, MakeBusiness makes, Keys keys, TimeProvider clock)
{
    /// <summary>Works off these rows of the import; the caller saves.</summary>
    public async Task Work(PulihDb db, ListImport import, IReadOnlyList<ImportRow> rows, LookUp rarities, CancellationToken cancel)
    {
        var ids = rows.Where(r => r.RecordId is not null).Select(r => r.RecordId!.Value).ToList();
        var records = await db.Set<SourceRecord>().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancel);
        await Known(db, import, rows, records, cancel);
        var candidates = records.Values.ToDictionary(r => r.Id, r => matching.Prepare(r.Id, r.Open(keys)));
        var later = await matching.Against(db, [.. candidates.Values], rarities, import.Id, import.CheckedAt, cancel);
        var taken = rows.Where(r => r.RecordId is { } id && records.ContainsKey(id)).Select(r => (Row: r, Record: records[r.RecordId!.Value])).ToList();
        foreach (var (row, record) in taken.Where(t => t.Row.Outcome == RowOutcome.New))
        {
            if (later.Best(candidates[record.Id]) is { } fit)
            {
                Correct(import, row, record, fit);
            }
        }

        var businesses = records.Values.Select(r => r.BusinessId).ToHashSet();
        var owners = records.Values.Select(r => r.OwnerId).ToHashSet();
        var there = (await db.Set<Business>().Where(b => businesses.Contains(b.Id)).Select(b => b.Id).ToListAsync(cancel)).ToHashSet();
        var people = (await db.Set<Person>().Where(p => owners.Contains(p.Id)).Select(p => p.Id).ToListAsync(cancel)).ToHashSet();
        foreach (var (row, record) in taken)
        {
            Take(db, import, record, there, people);
            if (row is { Outcome: RowOutcome.Unsure, MatchId: { } known, MatchBits: { } bits })
            {
                db.Add(new Pair { Id = Ids.Next(clock), NewId = record.Id, KnownId = known, ImportId = import.Id, Bits = bits, Doubt = Math.Abs(bits), RaisedAt = clock.GetUtcNow().UtcDateTime });
            }
        }
    }

    // Two lists with the same row were looked through side by side; the one that was taken in first has it.
    private static async Task Known(PulihDb db, ListImport import, IReadOnlyList<ImportRow> rows, Dictionary<Guid, SourceRecord> records, CancellationToken cancel)
    {
        var hashes = records.Values.Select(r => r.Hash).ToList();
        var taken = (await db.Set<SourceRecord>().Where(r => r.AppliedAt != null && hashes.Contains(r.Hash)).Select(r => r.Hash).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        foreach (var row in rows.Where(r => r.RecordId is { } id && records.TryGetValue(id, out var record) && record.AppliedAt is null && taken.Contains(record.Hash)))
        {
            records.Remove(row.RecordId!.Value);
            import.Correct(row, RowOutcome.Known);
        }
    }

    private static void Correct(ListImport import, ImportRow row, SourceRecord record, Fit fit)
    {
        if (fit.Bits < MatchRecords.Perhaps)
        {
            record.OwnerId = fit.SameOwner ? fit.Record.OwnerId : record.OwnerId;
            return;
        }

        (row.MatchId, row.MatchBits) = (fit.Record.Id, fit.Bits);
        if (fit.Bits >= MatchRecords.Sure)
        {
            (record.BusinessId, record.OwnerId) = (fit.Record.BusinessId, fit.Record.OwnerId);
            import.Correct(row, RowOutcome.Same);
        }
        else
        {
            import.Correct(row, RowOutcome.Unsure);
        }
    }

    private void Take(PulihDb db, ListImport import, SourceRecord record, HashSet<Guid> there, HashSet<Guid> people)
    {
        record.AppliedAt = clock.GetUtcNow().UtcDateTime;
        if (there.Add(record.BusinessId))
        {
            makes.Of(db, record, import.Id, newOwner: people.Add(record.OwnerId));
        }
    }
}

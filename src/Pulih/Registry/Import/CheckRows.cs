using Linkage.LookingUp;
using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Secrets;
using Pulih.Platform.Storage;
using Pulih.Registry.Contracts;
using Pulih.Registry.Matching;

namespace Pulih.Registry.Import;

/// <summary>
/// Looks through a list: reads each row, compares it with what is known and with the rows before it, and keeps what it
/// would become. Nobody sees any of it in the registry until the list is applied, and applying does what was shown.
/// </summary>
internal sealed class CheckRows(MatchRecords matching, IRegions regions, Keys keys, TimeProvider clock)
{
    /// <summary>Works off these rows of the import; the caller saves.</summary>
    public async Task Work(PulihDb db, ListImport import, IReadOnlyList<ImportRow> rows, LookUp rarities, CancellationToken cancel)
    {
        var read = rows.Select(r => (Row: r, Read: ReadRow.Of(r.Open(keys), import.Meanings, regions))).ToList();
        foreach (var (row, bad) in read.Where(r => r.Read.Troubles.Count > 0))
        {
            (row.Outcome, row.Troubles) = (RowOutcome.Bad, RowTrouble.Write(bad.Troubles));
            import.Bad++;
        }

        var good = read.Where(r => r.Read.Troubles.Count == 0)
            .Select(r => (r.Row, r.Read.Words, Hash: SourceRecord.HashOf(import.PartnerId, r.Read.Words, keys), Candidate: matching.Prepare(Ids.Next(clock), r.Read.Words))).ToList();
        var hashes = good.ConvertAll(g => g.Hash);
        var known = (await db.Set<SourceRecord>().Where(r => hashes.Contains(r.Hash) && (r.AppliedAt != null || r.ImportId == import.Id)).Select(r => r.Hash).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        var portion = await matching.Against(db, good.ConvertAll(g => g.Candidate), rarities, import.Id, since: null, cancel);
        foreach (var (row, words, hash, candidate) in good)
        {
            if (!known.Add(hash))
            {
                row.Outcome = RowOutcome.Known;
                import.Known++;
                continue;
            }

            var record = Propose(import, row, portion.Best(candidate), candidate.Id, words, hash);
            db.Add(record);
            db.AddRange(candidate.Stored);
            portion.Know(record, candidate.Row, candidate.Keys);
        }
    }

    private SourceRecord Propose(ListImport import, ImportRow row, Fit? fit, Guid id, string[] words, string hash)
    {
        var same = fit?.Bits >= MatchRecords.Sure;
        row.Outcome = same ? RowOutcome.Same : fit?.Bits >= MatchRecords.Perhaps ? RowOutcome.Unsure : RowOutcome.New;
        (row.RecordId, row.MatchId, row.MatchBits) = (id, row.Outcome == RowOutcome.New ? null : fit!.Record.Id, row.Outcome == RowOutcome.New ? null : fit!.Bits);
        _ = row.Outcome switch { RowOutcome.Same => import.Same++, RowOutcome.Unsure => import.Unsure++, _ => import.New++ };
        return new()
        {
            Id = id, ImportId = import.Id, Line = row.Line, PartnerId = import.PartnerId, Words = SourceRecord.Close(words, keys), Hash = hash, CreatedAt = clock.GetUtcNow().UtcDateTime,
            BusinessId = same ? fit!.Record.BusinessId : Ids.Next(clock),
            OwnerId = same || fit?.SameOwner == true ? fit!.Record.OwnerId : Ids.Next(clock),
        };
    }
}

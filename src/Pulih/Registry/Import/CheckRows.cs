using Linkage.LookingUp;
using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Secrets;
using Pulih.Platform.Storage;
using Pulih.Registry.Contracts;
using Pulih.Registry.Export;
using Pulih.Registry.Matching;

namespace Pulih.Registry.Import;

/// <summary>
/// Looks through a list: reads each row, compares it with what is known and with the rows before it, and keeps what it
/// would become. Nobody sees any of it in the registry until the list is applied, and applying does what was shown.
/// </summary>
internal sealed class CheckRows(MatchRecords matching, IRegions regions, Keys keys, TimeProvider clock)
{
    // A row that names the record it mends needs no comparing.
    private const double Certain = 99;

    /// <summary>Works off these rows of the import; the caller saves.</summary>
    public async Task Work(PulihDb db, ListImport import, IReadOnlyList<ImportRow> rows, LookUp rarities, CancellationToken cancel)
    {
        var read = rows.AsParallel().AsOrdered().Select(r => (Row: r, Read: ReadRow.Of(r.Open(keys), import.Meanings, regions))).ToList();
        foreach (var (row, bad) in read.Where(r => r.Read.Troubles.Count > 0))
        {
            row.Troubles = RowTrouble.Write(bad.Troubles);
            End(import, row, RowOutcome.Bad);
        }

        // Ids first and one after another: records are taken out in the order of their ids, which is the order of the lines.
        var good = read.Where(r => r.Read.Troubles.Count == 0).Select(r => (r.Row, r.Read, Id: Ids.Next(clock))).ToList().AsParallel().AsOrdered()
            .Select(r => (r.Row, r.Read.Words, r.Read.Code, Hash: SourceRecord.HashOf(import.PartnerId, r.Read.Words, keys), Candidate: matching.Prepare(r.Id, r.Read.Words))).ToList();
        var hashes = good.ConvertAll(g => g.Hash);
        var known = (await db.Set<SourceRecord>().Where(r => hashes.Contains(r.Hash) && (r.AppliedAt != null || r.ImportId == import.Id)).Select(r => r.Hash).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        var portion = await matching.Against(db, good.ConvertAll(g => g.Candidate), rarities, import.Id, since: null, cancel);
        var named = await Named(db, import, [.. good.Select(g => g.Code).OfType<Guid>()], cancel);
        foreach (var (row, words, code, hash, candidate) in good)
        {
            var mended = code is { } id ? named.GetValueOrDefault(id) : null;
            if (!known.Add(hash) || (mended is not null && ReadRecords.IsUnchanged(words, mended.Open(keys))))
            {
                End(import, row, RowOutcome.Known);
                continue;
            }

            var record = Propose(import, row, mended is null ? portion.Best(candidate) : new(mended, Certain, SameOwner: true), candidate.Id, words, hash);
            db.Add(record);
            db.AddRange(candidate.Stored);
            portion.Know(record, candidate.Row, candidate.Keys);
        }
    }

    // Records of the same partner that rows name by their codes; most lists name none.
    private static async Task<Dictionary<Guid, SourceRecord>> Named(PulihDb db, ListImport import, List<Guid> codes, CancellationToken cancel) => codes.Count == 0 ? [] :
        await db.Set<SourceRecord>().AsNoTracking().Where(r => codes.Contains(r.Id) && r.PartnerId == import.PartnerId && r.AppliedAt != null).ToDictionaryAsync(r => r.Id, cancel);

    private static void End(ListImport import, ImportRow row, RowOutcome outcome)
    {
        row.Outcome = outcome;
        import.Count(outcome);
    }

    private SourceRecord Propose(ListImport import, ImportRow row, Fit? fit, Guid id, string[] words, string hash)
    {
        var same = fit?.Bits >= MatchRecords.Sure;
        End(import, row, same ? RowOutcome.Same : fit?.Bits >= MatchRecords.Perhaps ? RowOutcome.Unsure : RowOutcome.New);
        (row.RecordId, row.MatchId, row.MatchBits) = (id, row.Outcome == RowOutcome.New ? null : fit!.Record.Id, row.Outcome == RowOutcome.New ? null : fit!.Bits);
        return new()
        {
            Id = id, ImportId = import.Id, Line = row.Line, PartnerId = import.PartnerId, Words = SourceRecord.Close(words, keys), Hash = hash, CreatedAt = clock.GetUtcNow().UtcDateTime,
            BusinessId = same ? fit!.Record.BusinessId : Ids.Next(clock),
            OwnerId = same || fit?.SameOwner == true ? fit!.Record.OwnerId : Ids.Next(clock),
        };
    }
}

using System.Runtime.CompilerServices;
using System.Security.Claims;
using Linkage.Umkm;
using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Secrets;
using Pulih.Platform.Storage;
using Pulih.Privacy.Contracts;
using Pulih.Registry.Matching;

namespace Pulih.Registry.Export;

/// <summary>
/// A partner's rows as it brought them, with a code by which they are known again: bringing the same sheet back changes
/// nothing, and a row that was mended in it stays with its business. Identity numbers stay in the house.
/// </summary>
internal sealed class ReadRecords(IDbContextFactory<PulihDb> dbs, IReadLog readings, Keys keys)
{
    private const int Chunk = 500;

    /// <summary>The column that holds a record's code.</summary>
    public const string Code = "record";

    /// <summary>The columns of the sheet: the code, then what is not shielded.</summary>
    public static IReadOnlyList<string> Columns { get; } = [Code, .. UmkmRecord.Columns.Except(SourceRecord.Shielded, StringComparer.Ordinal)];

    /// <summary>Whether a row that came back says what its record says, as far as the sheet shows it.</summary>
    public static bool IsUnchanged(IReadOnlyList<string> row, IReadOnlyList<string> record) =>
        SourceRecord.Columns.All(c => row[c.Value] == record[c.Value] || (row[c.Value].Length == 0 && SourceRecord.Shielded.Contains(c.Key, StringComparer.Ordinal)));

    /// <summary>The rows in the order they came; each reading is noted before the rows are given.</summary>
    public async IAsyncEnumerable<string[]> Of(Guid partner, ClaimsPrincipal reader, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (var after = Guid.Empty; ;)
        {
            await using var db = await dbs.CreateDbContextAsync(cancel);
            var records = await db.Set<SourceRecord>().AsNoTracking().Where(r => r.PartnerId == partner && r.AppliedAt != null && r.ImportId != null && r.Id > after).OrderBy(r => r.Id).Take(Chunk).ToListAsync(cancel);
            readings.Read(db, reader, records.Select(r => r.OwnerId).Distinct(), ExportPage.Address);
            await db.SaveChangesAsync(cancel);
            foreach (var record in records)
            {
                var words = record.Open(keys);
                yield return [record.Id.ToString("N"), .. Columns.Skip(1).Select(c => words[SourceRecord.Columns[c]])];
            }

            if (records.Count < Chunk)
            {
                yield break;
            }

            after = records[^1].Id;
        }
    }
}

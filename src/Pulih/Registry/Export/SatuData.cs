using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using Linkage.Standardising;
using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Secrets;
using Pulih.Platform.Storage;
using Pulih.Privacy.Contracts;
using Pulih.Registry.Businesses;
using Pulih.Registry.Matching;
using Pulih.Registry.Merging;
using Pulih.Registry.People;

namespace Pulih.Registry.Export;

/// <summary>
/// One line a business in the shape of the ministry's single data (Permen UMKM 8/2025 on Satu Data UMKM). The field list
/// is not published, so which fields, in which order and under which heads is a setting; see <see cref="SatuDataColumns"/>. Numbers of a person leave the house only as keyed hashes.
/// </summary>
internal sealed class SatuData(IDbContextFactory<PulihDb> dbs, IReadLog readings, Keys keys, SatuDataColumns columns)
{
    private const int Chunk = 500;

    /// <summary>The fields there are, and what each of them says of a business.</summary>
    public static IReadOnlyDictionary<string, Func<Line, string>> Fields { get; } = new Dictionary<string, Func<Line, string>>(StringComparer.Ordinal)
    {
        ["reference"] = l => l.Business.Id.ToString("N"),
        ["owner_name"] = l => l.Owner?.Name ?? "",
        ["owner_nik_hash"] = l => l.Hash("nik", w => Numbers.Nik(w)),
        ["sex"] = l => l.Owner?.Sex?.ToString().ToLowerInvariant() ?? "",
        ["business_name"] = l => l.Business.Name,
        ["nib_hash"] = l => l.Hash("nib", w => Numbers.Nib(w)),
        ["kbli_code"] = l => l.Business.Kbli ?? "",
        ["kbli_version"] = l => l.Business.Kbli is null ? "" : l.Business.KbliVersion,
        ["sector_key"] = l => l.Business.SectorKey,
        ["address"] = l => l.Word("address"),
        ["region_code"] = l => l.Business.RegionCode,
        ["phone_hash"] = l => l.Owner?.Phone is { } phone ? l.Keys.Hash("phone" + phone) : l.Hash("phone", w => Numbers.Phones(w).FirstOrDefault()),
        ["start_year"] = l => l.Business.Started ?? "",
        ["workers"] = l => l.Business.Workers ?? "",
        ["sources"] = l => l.Words.Count.ToString(CultureInfo.InvariantCulture),
        ["date"] = l => l.Business.CreatedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    public IEnumerable<string> Headers => columns.Wanted.Select(c => c.Head);

    /// <summary>The businesses that count, or those of them that a partner has named; each reading is noted before they are given.</summary>
    public async IAsyncEnumerable<string[]> Of(Guid? partner, ClaimsPrincipal reader, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (var after = Guid.Empty; ;)
        {
            await using var db = await dbs.CreateDbContextAsync(cancel);
            var businesses = await db.Set<Business>().AsNoTracking()
                .Where(b => b.Id > after && !db.Set<Merge>().Any(m => m.GoneId == b.Id && m.UndoneAt == null))
                .Where(b => partner == null || db.Set<SourceRecord>().Any(r => r.BusinessId == b.Id && r.PartnerId == partner && r.AppliedAt != null))
                .OrderBy(b => b.Id).Take(Chunk).ToListAsync(cancel);
            var (ids, ownerIds) = (businesses.ConvertAll(b => b.Id), businesses.Select(b => b.OwnerId).Distinct().ToList());
            var owners = await db.Set<Person>().AsNoTracking().Where(p => ownerIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
            var records = (await db.Set<SourceRecord>().AsNoTracking().Where(r => ids.Contains(r.BusinessId) && r.AppliedAt != null && (partner == null || r.PartnerId == partner)).OrderBy(r => r.Id).ToListAsync(cancel)).ToLookup(r => r.BusinessId, r => r.Open(keys));
            readings.Read(db, reader, owners.Keys, ExportPage.Address);
            await db.SaveChangesAsync(cancel);
            foreach (var business in businesses)
            {
                var line = new Line(business, owners.GetValueOrDefault(business.OwnerId), [.. records[business.Id]], keys);
                yield return [.. columns.Wanted.Select(c => Fields[c.Field](line))];
            }

            if (businesses.Count < Chunk)
            {
                yield break;
            }

            after = businesses[^1].Id;
        }
    }

    internal sealed record Line(Business Business, Person? Owner, IReadOnlyList<string[]> Words, Keys Keys)
    {
        // What the first record says that says anything.
        public string Word(string column) => Words.Select(w => w[SourceRecord.Columns[column]]).FirstOrDefault(w => w.Length > 0) ?? "";

        public string Hash(string column, Func<string, string?> number) =>
            Words.Select(w => number(w[SourceRecord.Columns[column]])).FirstOrDefault(n => n is not null) is { } known ? Keys.Hash(column + known) : "";
    }
}

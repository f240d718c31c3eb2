using Linkage.LookingUp;
using Linkage.Scoring;
using Linkage.Umkm;
using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Secrets;
using Pulih.Platform.Storage;

namespace Pulih.Registry.Matching;

/// <summary>How a record stands to the known ones: the likeliest known business, how sure that is, and the owner where the owner is known.</summary>
/// <param name="Record">The known record it fits best.</param>
/// <param name="Bits">log2 odds that the business is the same.</param>
internal sealed record Fit(SourceRecord Record, double Bits, bool SameOwner);

/// <summary>
/// Compares new records with the known ones, a portion at a time: those that share a key are read from the database,
/// and each record of the portion is known to the ones after it.
/// </summary>
internal sealed class MatchRecords
{
    /// <summary>From these odds (log2) on two records are one business without asking anybody. On the development list 99.5 % of the pairs above it are, and 96 % of those just above it.</summary>
    public const double Sure = 4;

    /// <summary>Below these odds nobody is asked: one in three of the pairs just below it is one business on the development list, and there are many of them.</summary>
    public const double Perhaps = -1;

    /// <summary>How many rows of a list, and of the registry, are counted to tell how rare a name is.</summary>
    public const int CountedForRarity = 5_000;
    // Fewer records are read sooner by one core alone.
    private const int WorthSharing = 200;

    private readonly Keys keys;
    private readonly Lazy<LookUp> usual;

    /// <summary>Compares by the model of <c>Registry:Model</c>, a file <c>learn</c> or <c>train</c> has written; by the one that comes with the product where none is named.</summary>
    public MatchRecords(Keys keys, IConfiguration configuration)
    {
        this.keys = keys;
        Model = configuration["Registry:Model"] is { Length: > 0 } file ? ModelFile.Read<UmkmModel>(File.ReadAllText(file)) : UmkmModel.Default;
        usual = new(() => LookUp.In(new RowsInMemory(), [.. Background.Records], Model));
    }

    /// <summary>The model records are compared by.</summary>
    public UmkmModel Model { get; }

    /// <summary>A look-up that tells how rare a name is by the usual names alone; for single records and pairs.</summary>
    public LookUp Usual => usual.Value;

    /// <summary>Makes words, in the order of the record's columns, ready to be compared.</summary>
    public Candidate Prepare(Guid id, IReadOnlyList<string> words)
    {
        var row = SourceRecord.Standardise(id, words);
        return new(id, row, [.. LookUp.Keys(row).Select(keys.Hash).Distinct()]);
    }

    /// <summary>A look-up that tells how rare a name is by these rows, by some that are known already and by the usual.</summary>
    public async Task<LookUp> Rarities(PulihDb db, IEnumerable<UmkmRecord> rows, CancellationToken cancel) =>
        LookUp.In(new RowsInMemory(), [.. Background.Records, .. rows, .. (await db.Set<SourceRecord>().AsNoTracking().OrderByDescending(r => r.Id).Take(CountedForRarity).ToListAsync(cancel)).Select(r => r.Standardised(keys))], Model);

    /// <summary>A portion of records to be matched one after another.</summary>
    /// <param name="own">The list the rows are of.</param>
    /// <param name="since">All that counts and the list's own records when null; else what others brought to count after this moment.</param>
    /// <param name="largest">A key on more records than this finds none.</param>
    public async Task<Portion> Against(PulihDb db, IReadOnlyList<Candidate> rows, LookUp rarities, Guid own, DateTime? since, CancellationToken cancel, int largest = FindRecords.Largest)
    {
        var wanted = rows.SelectMany(r => r.Keys).Distinct().Order().ToList();
        var under = await FindRecords.Under(db, wanted, largest, cancel);
        var ids = under.Select(u => u.RecordId).Distinct().ToList();
        // One parameter for all: of thousands of them each statement would be another one, to be read and planned anew.
        var stored = await db.Set<SourceRecord>().AsNoTracking()
            .Where(r => EF.Parameter(ids).Contains(r.Id) && (since == null ? r.AppliedAt != null || r.ImportId == own : r.AppliedAt > since && (r.ImportId == null || r.ImportId != own)))
            .ToDictionaryAsync(r => r.Id, cancel);
        var portion = new Portion(rarities);
        var read = stored.Values.AsParallel().WithDegreeOfParallelism(stored.Count < WorthSharing ? 1 : Environment.ProcessorCount).Select(r => (r.Id, Row: r.Standardised(keys))).ToDictionary(r => r.Id, r => r.Row);
        foreach (var group in under.Where(u => stored.ContainsKey(u.RecordId)).GroupBy(u => u.RecordId))
        {
            portion.Know(stored[group.Key], read[group.Key], group.Select(g => g.Key));
        }

        return portion;
    }

    /// <summary>The records a portion knows, by key.</summary>
    internal sealed class Portion(LookUp rarities)
    {
        private readonly Dictionary<long, List<UmkmRecord>> byKey = [];
        private readonly Dictionary<string, SourceRecord> known = new(StringComparer.Ordinal);

        /// <summary>From now on this record is one of the known.</summary>
        public void Know(SourceRecord record, UmkmRecord row, IEnumerable<long> under)
        {
            known[row.Id] = record;
            foreach (var key in under)
            {
                (byKey.TryGetValue(key, out var rows) ? rows : byKey[key] = []).Add(row);
            }
        }

        /// <summary>The known record that fits best, or null where none could be the same business or owner.</summary>
        /// <param name="own">The business the candidate is of already; its records are left out.</param>
        public Fit? Best(Candidate candidate, Guid? own = null)
        {
            var found = rarities.Among(candidate.Row, candidate.Keys.Select(k => byKey.GetValueOrDefault(k)).Where(r => r?.Count <= FindRecords.Largest).SelectMany(r => r!).Distinct()
                .Where(r => own is null || known[r.Id].BusinessId != own));
            if (found.Count == 0)
            {
                return null;
            }

            // A business is judged by all its records that came up, so that one look-alike cannot chain two together.
            var best = found.GroupBy(m => known[m.Row.Id].BusinessId).Select(g => (Match: g.First(), Bits: g.Average(m => m.Business))).MaxBy(b => b.Bits);
            if (best.Bits >= Perhaps)
            {
                return new(known[best.Match.Row.Id], best.Bits, best.Match.Owner >= Sure);
            }

            // Where no business fits, the owner may be known for another one.
            var owner = found.GroupBy(m => known[m.Row.Id].OwnerId).Select(g => (Match: g.MaxBy(m => m.Owner)!, Bits: g.Average(m => m.Owner))).MaxBy(o => o.Bits);
            return new(known[owner.Match.Row.Id], best.Bits, owner.Bits >= Sure);
        }
    }
}

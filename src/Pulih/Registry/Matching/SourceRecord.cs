using System.Text;
using Linkage.Umkm;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pulih.Platform.Secrets;

namespace Pulih.Registry.Matching;

/// <summary>
/// What one source says of a business and its owner: a row of a partner's list, or what the owner told us. A business
/// is known by all its records; none is ever overwritten by another. The words lie encrypted, because a list may hold NIKs.
/// </summary>
internal sealed class SourceRecord
{
    private const char Between = '\u001f';

    public required Guid Id { get; init; }

    /// <summary>The list it came in; null for what the owner told us.</summary>
    public Guid? ImportId { get; init; }

    /// <summary>The line of the list, from 1; 0 for what the owner told us.</summary>
    public int Line { get; init; }

    public Guid? PartnerId { get; init; }

    public required Guid BusinessId { get; set; }

    public required Guid OwnerId { get; set; }

    /// <summary>The words, encrypted; see <see cref="Open"/>.</summary>
    public required byte[] Words { get; set; }

    /// <summary>Keyed hash of partner and words: the same row of the same partner is recognised. Unique among those that count.</summary>
    public required string Hash { get; set; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>Since when it counts; null while its list is only looked through.</summary>
    public DateTime? AppliedAt { get; set; }

    /// <summary>Encrypts words in the order of <see cref="UmkmRecord.Columns"/>.</summary>
    public static byte[] Close(IReadOnlyList<string> words, Keys keys) => keys.Encrypt(string.Join(Between, words));

    /// <summary>The hash by which the same words of the same partner are recognised; what the owner told us is one for each business.</summary>
    public static string HashOf(Guid by, IReadOnlyList<string> words, Keys keys) => keys.Hash(new StringBuilder(by.ToString("N")).Append(Between).AppendJoin(Between, words).ToString());

    /// <summary>The words in the order of <see cref="UmkmRecord.Columns"/>.</summary>
    public string[] Open(Keys keys) => keys.Decrypt(Words).Split(Between);

    /// <summary>The cells of a list's row in the order of <see cref="UmkmRecord.Columns"/>; empty where the list has no such column.</summary>
    /// <param name="meanings">For each cell its column, or something that is no word of a record.</param>
    public static string[] Arrange(IReadOnlyList<string> cells, IReadOnlyList<string> meanings)
    {
        var words = new string[Columns.Count];
        Array.Fill(words, "");
        for (var i = 0; i < Math.Min(cells.Count, meanings.Count); i++)
        {
            if (Columns.TryGetValue(meanings[i], out var at))
            {
                words[at] = cells[i];
            }
        }

        return words;
    }

    /// <summary>The record as the matching compares it.</summary>
    public UmkmRecord Standardised(Keys keys) => Standardise(Id, Open(keys));

    public static UmkmRecord Standardise(Guid id, IReadOnlyList<string> words) =>
        new(id.ToString("N"), column => words[Columns[column]]);

    /// <summary>Columns that hold a number of a resident or business: shown with their last digits only, and kept in the house.</summary>
    public static readonly IReadOnlyList<string> Shielded = ["nik", "nib"];

    /// <summary>Where a column's words stand.</summary>
    public static readonly IReadOnlyDictionary<string, int> Columns = UmkmRecord.Columns.Select((column, at) => (column, at)).ToDictionary(c => c.column, c => c.at, StringComparer.Ordinal);
}

/// <summary>A key under which records of one business or owner meet, hashed by the master key so that a stolen database tells no number.</summary>
internal sealed class RecordKey
{
    public required long Key { get; init; }

    public required Guid RecordId { get; init; }
}

internal sealed class SourceRecordMapping : IEntityTypeConfiguration<SourceRecord>
{
    public void Configure(EntityTypeBuilder<SourceRecord> builder)
    {
        builder.ToTable("registry_records");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Hash).HasMaxLength(64);
        // What is only looked through may stand in two lists at once; what counts may not.
        builder.HasIndex(r => r.Hash, "counts once").IsUnique().HasFilter("\"AppliedAt\" IS NOT NULL").HasDatabaseName("ux_registry_records_hash");
        builder.HasIndex(r => r.Hash, "all of one");
        builder.HasIndex(r => r.BusinessId);
        builder.HasIndex(r => r.OwnerId);
        builder.HasIndex(r => new { r.ImportId, r.Line });
    }
}

internal sealed class RecordKeyMapping : IEntityTypeConfiguration<RecordKey>
{
    public void Configure(EntityTypeBuilder<RecordKey> builder)
    {
        builder.ToTable("registry_record_keys");
        builder.HasKey(k => new { k.Key, k.RecordId });
        builder.HasIndex(k => k.RecordId);
    }
}

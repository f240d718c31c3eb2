using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pulih.Platform.Secrets;

namespace Pulih.Registry.Import;

internal enum RowOutcome
{
    Waiting = 0,

    /// <summary>A business the registry does not know.</summary>
    New = 1,

    /// <summary>A business the registry knows, or that stands in this list before.</summary>
    Same = 2,

    /// <summary>Perhaps one that is known: it comes in as a business of its own, and a human is asked.</summary>
    Unsure = 3,

    /// <summary>Not taken in; its troubles say why.</summary>
    Bad = 4,

    /// <summary>The same partner brought the same words before.</summary>
    Known = 5,
}

/// <summary>One row of a list as it stands in the file, and what became of it.</summary>
internal sealed class ImportRow
{
    private const char Between = '\u001f';

    public required Guid ImportId { get; init; }

    /// <summary>The line of the file or sheet, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The cells, encrypted.</summary>
    public required byte[] Cells { get; init; }

    public RowOutcome Outcome { get; set; }

    /// <summary>What is wrong with it: column and reason, one a line.</summary>
    public string? Troubles { get; set; }

    public Guid? RecordId { get; set; }

    /// <summary>The known business it may be.</summary>
    public Guid? MatchId { get; set; }

    /// <summary>log2 odds that it is.</summary>
    public double? MatchBits { get; set; }

    public static byte[] Close(IEnumerable<string> cells, Keys keys) => keys.Encrypt(string.Join(Between, cells));

    public string[] Open(Keys keys) => keys.Decrypt(Cells).Split(Between);
}

internal sealed class ImportRowMapping : IEntityTypeConfiguration<ImportRow>
{
    public void Configure(EntityTypeBuilder<ImportRow> builder)
    {
        builder.ToTable("registry_import_rows");
        builder.HasKey(r => new { r.ImportId, r.Line });
        builder.Property(r => r.Outcome).HasConversion<short>();
        builder.HasIndex(r => new { r.ImportId, r.Outcome, r.Line });
    }
}

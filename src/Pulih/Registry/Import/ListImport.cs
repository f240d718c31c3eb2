using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pulih.Registry.Import;

internal enum ImportState
{
    /// <summary>Its rows are kept; somebody has to confirm what its columns mean.</summary>
    Uploaded = 0,

    /// <summary>Each row is read and compared; nothing of the registry changes.</summary>
    Checking = 1,

    /// <summary>What would happen is known and shown.</summary>
    Checked = 2,

    /// <summary>The rows are taken into the registry.</summary>
    Applying = 3,
    Applied = 4,

    /// <summary>What it brought is taken out again.</summary>
    Undoing = 5,
    Undone = 6,
}

/// <summary>A partner's list on its way into the registry. It moves forward in portions, each in one transaction, and goes on after a kill where it stood.</summary>
internal sealed class ListImport
{
    public required Guid Id { get; init; }
    public required Guid PartnerId { get; init; }
    public required Guid ProgrammeId { get; init; }
    public required string FileName { get; init; }

    /// <summary>The cells of the header row, as the list has them.</summary>
    public required string[] Headers { get; init; }

    /// <summary>For each header the column it means, or nothing.</summary>
    public required string[] Meanings { get; set; }

    public required int Rows { get; init; }
    public required string By { get; init; }
    public required DateTime UploadedAt { get; init; }
    public ImportState State { get; set; }

    /// <summary>What follows when what it brought has been taken out: the end, or another look with other columns.</summary>
    public ImportState Then { get; set; }

    /// <summary>When the look through its rows began; what came to count after it is compared when they are taken in.</summary>
    public DateTime? CheckedAt { get; set; }

    /// <summary>The last line that was worked off in this state.</summary>
    public int Position { get; set; }

    public int New { get; set; }
    public int Same { get; set; }
    public int Unsure { get; set; }
    public int Bad { get; set; }

    /// <summary>Rows that this partner has brought before, word for word.</summary>
    public int Known { get; set; }

    /// <summary>Businesses that stayed when the import was undone, because others had named them meanwhile.</summary>
    public int Stayed { get; set; }

    public DateTime? EndedAt { get; set; }
    public int Version { get; set; }

    public bool IsWorking => State is ImportState.Checking or ImportState.Applying or ImportState.Undoing;

    /// <summary>So many more rows, or fewer, ended like this.</summary>
    public void Count(RowOutcome outcome, int rows = 1)
    {
        _ = outcome switch
        {
            RowOutcome.New => New += rows,
            RowOutcome.Same => Same += rows,
            RowOutcome.Unsure => Unsure += rows,
            RowOutcome.Bad => Bad += rows,
            RowOutcome.Known => Known += rows,
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "A row that waits has not ended."),
        };
    }

    /// <summary>The row ended otherwise than was thought.</summary>
    public void Correct(ImportRow row, RowOutcome outcome)
    {
        Count(row.Outcome, -1);
        Count(row.Outcome = outcome);
    }

    /// <summary>Begins a new state at the first line.</summary>
    public void Begin(ImportState state)
    {
        (State, Position) = (state, 0);
        if (state == ImportState.Checking)
        {
            (New, Same, Unsure, Bad, Known) = (0, 0, 0, 0, 0);
        }

        Version++;
    }
}

internal sealed class ListImportMapping : IEntityTypeConfiguration<ListImport>
{
    public void Configure(EntityTypeBuilder<ListImport> builder)
    {
        builder.ToTable("registry_imports");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.FileName).HasMaxLength(200);
        builder.Property(i => i.By).HasMaxLength(200);
        builder.Property(i => i.State).HasConversion<short>();
        builder.Property(i => i.Then).HasConversion<short>();
        builder.Property(i => i.Version).IsConcurrencyToken();
        builder.HasIndex(i => new { i.PartnerId, i.Id });
        builder.HasIndex(i => i.Id).HasFilter("\"State\" IN (1, 3, 5)").HasDatabaseName("ix_registry_imports_working");
    }
}

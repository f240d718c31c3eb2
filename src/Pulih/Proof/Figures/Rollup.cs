using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pulih.Proof.Figures;

/// <summary>By what a figure is cut.</summary>
internal enum Cut
{
    Total = 0,
    Month = 1,
    Province = 2,
    Partner = 3,
    Sex = 4,
    Sector = 5,
}

/// <summary>One figure of a programme or the nation: the sum of the deltas folded so far.</summary>
internal sealed class Rollup
{
    public required Guid ProgrammeId { get; init; }
    public required Cut Cut { get; init; }

    /// <summary>The month as yyyy-MM, the province's code, the partner's id, the sex, the sector; empty for the total.</summary>
    public required string Key { get; init; }

    public long Count { get; set; }
}

/// <summary>How far the roll-ups have come: one row.</summary>
internal sealed class Watermark
{
    public int Id { get; init; }

    /// <summary>When the last business in the roll-ups was counted.</summary>
    public DateTime AsOf { get; set; }

    /// <summary>How many portions of deltas were folded so far; whoever derives more from the figures sees by it that they changed.</summary>
    public long Folds { get; set; }

    /// <summary>The portions folded when it was last counted which partners share businesses.</summary>
    public long OverlapsAt { get; set; }
}

internal sealed class RollupMapping : IEntityTypeConfiguration<Rollup>
{
    public void Configure(EntityTypeBuilder<Rollup> builder)
    {
        builder.ToTable("proof_rollups");
        builder.HasKey(r => new { r.ProgrammeId, r.Cut, r.Key });
        builder.Property(r => r.Key).HasMaxLength(40);
    }
}

internal sealed class WatermarkMapping : IEntityTypeConfiguration<Watermark>
{
    public void Configure(EntityTypeBuilder<Watermark> builder)
    {
        builder.ToTable("proof_watermarks");
        builder.Property(w => w.Id).ValueGeneratedNever();
    }
}

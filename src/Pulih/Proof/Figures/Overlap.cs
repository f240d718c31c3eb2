using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pulih.Proof.Figures;

/// <summary>How many businesses of a programme exactly these partners have trained, each of them.</summary>
internal sealed class Overlap
{
    public required Guid ProgrammeId { get; init; }

    /// <summary>The partners' ids in ascending order, 32 digits each, with spaces between; two at least.</summary>
    public required string Partners { get; init; }

    public required long Count { get; set; }
}

internal sealed class OverlapMapping : IEntityTypeConfiguration<Overlap>
{
    public void Configure(EntityTypeBuilder<Overlap> builder)
    {
        builder.ToTable("proof_overlaps");
        builder.HasKey(o => new { o.ProgrammeId, o.Partners });
    }
}

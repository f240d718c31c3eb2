using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pulih.Learning.Packs;

/// <summary>The source of a version that was on offer once, so that whoever began it can end it.</summary>
internal sealed class StoredPack
{
    public required string CourseCode { get; init; }
    public required string CourseVersion { get; init; }
    public required byte[] Zip { get; init; }
    public required DateTime FirstOfferedAt { get; init; }
}

internal sealed class StoredPackMapping : IEntityTypeConfiguration<StoredPack>
{
    public void Configure(EntityTypeBuilder<StoredPack> builder)
    {
        builder.ToTable("learning_packs");
        builder.HasKey(pack => new { pack.CourseCode, pack.CourseVersion });
        builder.Property(pack => pack.CourseCode).HasMaxLength(PackLimits.Title);
        builder.Property(pack => pack.CourseVersion).HasMaxLength(12);
    }
}

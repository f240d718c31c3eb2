using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pulih.Registry.Merging;

/// <summary>
/// Somebody decided that two businesses are one. Nothing is moved and nothing overwritten: the one that goes points to
/// the one that is kept, and undoing takes that pointer away, so any order of merging and undoing ends where it says.
/// </summary>
internal sealed class Merge
{
    public required Guid Id { get; init; }
    public required Guid GoneId { get; init; }
    public required Guid KeptId { get; init; }
    public required string By { get; init; }
    public required DateTime At { get; init; }
    public required string Why { get; init; }
    public string? UndoneBy { get; set; }
    public DateTime? UndoneAt { get; set; }
    public string? UndoneWhy { get; set; }
    public int Version { get; set; }
}

internal sealed class MergeMapping : IEntityTypeConfiguration<Merge>
{
    public void Configure(EntityTypeBuilder<Merge> builder)
    {
        builder.ToTable("registry_merges");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.By).HasMaxLength(200);
        builder.Property(m => m.Why).HasMaxLength(500);
        builder.Property(m => m.UndoneBy).HasMaxLength(200);
        builder.Property(m => m.UndoneWhy).HasMaxLength(500);
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.HasIndex(m => m.GoneId, "gone once").IsUnique().HasFilter("\"UndoneAt\" IS NULL").HasDatabaseName("ux_registry_merges_gone");
        builder.HasIndex(m => m.KeptId);
        builder.HasIndex(m => m.GoneId, "all of one");
    }
}

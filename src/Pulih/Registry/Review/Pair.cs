using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pulih.Registry.Review;

internal enum PairState
{
    Open = 0,
    Same = 1,
    Different = 2,
}

/// <summary>Two records that may be one business; a human decides, and the decision stays as a label.</summary>
internal sealed class Pair
{
    public required Guid Id { get; init; }

    /// <summary>The record that came later.</summary>
    public required Guid NewId { get; init; }

    public required Guid KnownId { get; init; }

    /// <summary>The list that raised the question; null for what an owner told us.</summary>
    public Guid? ImportId { get; init; }

    /// <summary>log2 odds that they are one.</summary>
    public required double Bits { get; init; }

    /// <summary>How far from certain, in bits; the queue begins with the least certain.</summary>
    public required double Doubt { get; init; }

    /// <summary>What the owner answered when asked whether the two are one; null where nobody asked.</summary>
    public bool? OwnerSays { get; init; }

    /// <summary>How many of the two businesses count as trained: where both do, a merge lowers a figure by one.</summary>
    public int Counted { get; set; }

    /// <summary>When that was looked up last; null for a new pair.</summary>
    public DateTime? WeighedAt { get; set; }

    /// <summary>The account the pair is waiting for; null where anybody may take it.</summary>
    public Guid? AssignedTo { get; set; }

    /// <summary>The account that said first that they are one, where a second opinion is needed.</summary>
    public Guid? FirstBy { get; set; }

    public required DateTime RaisedAt { get; init; }
    public PairState State { get; set; }
    public string? DecidedBy { get; set; }
    public DateTime? DecidedAt { get; set; }

    /// <summary>The merge that followed.</summary>
    public Guid? MergeId { get; set; }

    public int Version { get; set; }
}

internal sealed class PairMapping : IEntityTypeConfiguration<Pair>
{
    public void Configure(EntityTypeBuilder<Pair> builder)
    {
        builder.ToTable("registry_pairs");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.State).HasConversion<short>();
        builder.Property(p => p.DecidedBy).HasMaxLength(200);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => new { p.NewId, p.KnownId }).IsUnique();
        builder.HasIndex(p => p.KnownId);
        builder.HasIndex(p => new { p.Counted, p.Doubt, p.Id }).IsDescending(true, false, false).HasFilter("\"State\" = 0").HasDatabaseName("ix_registry_pairs_open");
        builder.HasIndex(p => new { p.AssignedTo, p.Counted, p.Doubt, p.Id }).IsDescending(false, true, false, false).HasFilter("\"State\" = 0 AND \"AssignedTo\" IS NOT NULL").HasDatabaseName("ix_registry_pairs_assigned");
        builder.HasIndex(p => p.WeighedAt).HasFilter("\"State\" = 0").HasDatabaseName("ix_registry_pairs_weighed");
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pulih.Registry.Businesses;

/// <summary>A business: what is counted as trained.</summary>
internal sealed class Business
{
    /// <summary>Characters of what it sells that are kept.</summary>
    public const int LongestSold = 200;

    public required Guid Id { get; init; }

    public Guid OwnerId { get; init; }

    public string Name { get; set; } = "";

    /// <summary>What it sells, in the owner's words.</summary>
    public string Sold { get; set; } = "";

    public string SectorKey { get; set; } = "";

    public string? Kbli { get; set; }

    public string KbliVersion { get; set; } = "";

    /// <summary>A kecamatan, the kabupaten, kota or province where no more is known; empty where nothing is.</summary>
    public string RegionCode { get; set; } = "";

    public string? Started { get; set; }

    public string? Workers { get; set; }

    /// <summary>The business's number (NIB), encrypted, where its owner gave it on the page for it.</summary>
    public byte[]? Nib { get; set; }

    public DateTime CreatedAt { get; init; }

    /// <summary>The list that brought it, where one did.</summary>
    public Guid? ImportId { get; init; }

    public int Version { get; set; }
}

internal sealed class BusinessMapping : IEntityTypeConfiguration<Business>
{
    public void Configure(EntityTypeBuilder<Business> builder)
    {
        builder.ToTable("registry_businesses");
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Property(b => b.Name).HasMaxLength(500);
        builder.Property(b => b.Sold).HasMaxLength(1000);
        builder.Property(b => b.SectorKey).HasMaxLength(30);
        builder.Property(b => b.Kbli).HasMaxLength(5);
        builder.Property(b => b.KbliVersion).HasMaxLength(12);
        builder.Property(b => b.RegionCode).HasMaxLength(8);
        builder.Property(b => b.Started).HasMaxLength(12);
        builder.Property(b => b.Workers).HasMaxLength(12);
        builder.Property(b => b.Version).IsConcurrencyToken();
        builder.HasIndex(b => b.OwnerId);
        builder.HasIndex(b => b.ImportId).HasFilter("\"ImportId\" IS NOT NULL");
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pulih.Privacy.Contracts;

namespace Pulih.Privacy.Consent;

/// <summary>What a person answers now to one purpose; every answer there ever was is a fact.</summary>
internal sealed class ConsentRow
{
    public required Guid PersonId { get; init; }

    public required ConsentPurpose Purpose { get; init; }

    public bool Given { get; set; }

    public string TextVersion { get; set; } = "";

    public string Channel { get; set; } = "";

    public DateTime At { get; set; }

    public int Version { get; set; }
}

internal sealed class ConsentMapping : IEntityTypeConfiguration<ConsentRow>
{
    public void Configure(EntityTypeBuilder<ConsentRow> builder)
    {
        builder.ToTable("privacy_consents");
        builder.HasKey(c => new { c.PersonId, c.Purpose });
        builder.Property(c => c.TextVersion).HasMaxLength(20);
        builder.Property(c => c.Channel).HasMaxLength(12);
        builder.Property(c => c.Version).IsConcurrencyToken();
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pulih.Registry.Identities;

/// <summary>An address by which a person is reached on a channel, for as long as it is theirs: numbers change hands.</summary>
internal sealed class Identity
{
    public required Guid Id { get; init; }

    public string Channel { get; init; } = "";

    public string Address { get; init; } = "";

    public Guid PersonId { get; init; }

    public DateTime From { get; init; }

    public DateTime? Until { get; set; }
}

internal sealed class IdentityMapping : IEntityTypeConfiguration<Identity>
{
    public void Configure(EntityTypeBuilder<Identity> builder)
    {
        builder.ToTable("registry_identities");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Channel).HasMaxLength(12);
        builder.Property(i => i.Address).HasMaxLength(140);
        builder.HasIndex(i => new { i.Channel, i.Address }, "live").IsUnique().HasFilter("\"Until\" IS NULL").HasDatabaseName("ux_registry_identities_live");
        builder.HasIndex(i => i.PersonId);
    }
}

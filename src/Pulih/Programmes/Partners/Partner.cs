using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pulih.Platform.Storage;

namespace Pulih.Programmes.Partners;

/// <summary>What kind of organisation a partner is.</summary>
internal enum PartnerKind
{
    Government,
    Company,
    Bank,
    Marketplace,
    University,
    Community,
}

/// <summary>An organisation that trains, invites or lends its platform; it may take part in several programmes.</summary>
internal sealed class Partner
{
    private Partner() { }

    public Guid Id { get; private init; }
    public string Code { get; private init; } = "";
    public string Name { get; private init; } = "";
    public PartnerKind Kind { get; private init; }

    public static Partner Of(string code, string name, PartnerKind kind, TimeProvider clock)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new() { Id = Ids.Next(clock), Code = Programmes.Code.Checked(code), Name = name.Trim(), Kind = kind };
    }
}

/// <summary>A partner takes part in a programme.</summary>
internal sealed class Partnership
{
    public required Guid ProgrammeId { get; init; }
    public required Guid PartnerId { get; init; }
    public required DateTime Since { get; init; }
}

internal sealed class PartnerMapping : IEntityTypeConfiguration<Partner>
{
    public void Configure(EntityTypeBuilder<Partner> builder)
    {
        builder.ToTable("programmes_partners");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Code).HasMaxLength(Code.Longest);
        builder.Property(p => p.Name).HasMaxLength(120);
        builder.Property(p => p.Kind).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(p => p.Code).IsUnique();
    }
}

internal sealed class PartnershipMapping : IEntityTypeConfiguration<Partnership>
{
    public void Configure(EntityTypeBuilder<Partnership> builder)
    {
        builder.ToTable("programmes_partnerships");
        builder.HasKey(p => new { p.ProgrammeId, p.PartnerId });
    }
}

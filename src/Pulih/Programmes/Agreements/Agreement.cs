using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pulih.Platform.Storage;

namespace Pulih.Programmes.Agreements;

/// <summary>One version of the words every partner agrees to before it sees or brings personal data. A version is never changed; a newer one takes its place.</summary>
internal sealed class Agreement
{
    public required Guid Id { get; init; }

    /// <summary>1 and on.</summary>
    public required int Version { get; init; }

    public required string Words { get; init; }
    public required string PublishedBy { get; init; }
    public required DateTime PublishedAt { get; init; }
}

/// <summary>A partner's officer agreed to a version for the partner.</summary>
internal sealed class Acceptance
{
    public required Guid PartnerId { get; init; }
    public required int Version { get; init; }
    public required Guid AccountId { get; init; }

    /// <summary>The name of who agreed, as it was then.</summary>
    public required string By { get; init; }

    public required DateTime At { get; init; }
}

internal sealed class AgreementMapping : IEntityTypeConfiguration<Agreement>
{
    public const int Longest = 20_000;

    public void Configure(EntityTypeBuilder<Agreement> builder)
    {
        builder.ToTable("programmes_agreements");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Words).HasMaxLength(Longest);
        builder.Property(a => a.PublishedBy).HasMaxLength(200);
        builder.HasIndex(a => a.Version).IsUnique();
    }
}

internal sealed class AcceptanceMapping : IEntityTypeConfiguration<Acceptance>
{
    public void Configure(EntityTypeBuilder<Acceptance> builder)
    {
        builder.ToTable("programmes_acceptances");
        builder.HasKey(a => new { a.PartnerId, a.Version });
        builder.Property(a => a.By).HasMaxLength(200);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pulih.Proof.Contracts;

namespace Pulih.Proof.Credits;

/// <summary>
/// The one credit by which a business counts somewhere: for a partner of a programme, for the programme, for the nation.
/// Its key holds that it is one, whoever writes at the same time; a merge moves it in place.
/// </summary>
internal sealed class CountedOnce
{
    /// <summary>The business that is kept of all that are one.</summary>
    public required Guid BusinessId { get; init; }

    /// <summary>The programme, or <see cref="VerifiedFigures.Nation"/>.</summary>
    public required Guid ProgrammeId { get; init; }

    /// <summary>The partner, or nothing where all partners are meant.</summary>
    public required Guid PartnerId { get; init; }

    public required Guid CreditId { get; set; }
}

internal sealed class CountedOnceMapping : IEntityTypeConfiguration<CountedOnce>
{
    public void Configure(EntityTypeBuilder<CountedOnce> builder)
    {
        builder.ToTable("proof_counted_once");
        builder.HasKey(c => new { c.BusinessId, c.ProgrammeId, c.PartnerId });
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pulih.Platform.Storage;
using Pulih.Proof.Contracts;
using Pulih.Proof.Evidence;

namespace Pulih.Proof.Credits;

/// <summary>By how much a credit changes the figures of a programme or the nation; written with the credit or with what changes how it counts, removed when folded into the roll-ups.</summary>
internal sealed class Delta
{
    private Delta()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>The programme, or <see cref="VerifiedFigures.Nation"/>.</summary>
    public Guid ProgrammeId { get; private init; }

    public Guid PartnerId { get; private init; }

    /// <summary>False when the business already counts here through another partner: then only that partner's figure changes.</summary>
    public bool Counts { get; private init; }

    public int Amount { get; private init; }
    public DateTime At { get; private init; }
    public Cell Cell { get; private init; } = null!;

    /// <summary>What a credit adds to the figures as it counts now, so many times.</summary>
    public static IEnumerable<Delta> Of(Credit credit, int amount, TimeProvider clock)
    {
        if (credit.ForPartner)
        {
            yield return Of(credit, credit.ProgrammeId, credit.InProgramme, amount, clock);
        }

        if (credit.National)
        {
            yield return Of(credit, VerifiedFigures.Nation, counts: true, amount, clock);
        }
    }

    private static Delta Of(Credit credit, Guid programmeId, bool counts, int amount, TimeProvider clock) => new()
    {
        Id = Ids.Next(clock),
        ProgrammeId = programmeId,
        PartnerId = credit.PartnerId,
        Counts = counts,
        Amount = amount,
        At = clock.GetUtcNow().UtcDateTime,
        Cell = credit.Cell,
    };
}

internal sealed class DeltaMapping : IEntityTypeConfiguration<Delta>
{
    public void Configure(EntityTypeBuilder<Delta> builder)
    {
        builder.ToTable("proof_deltas");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.ComplexProperty(d => d.Cell, Cell.Map);
    }
}

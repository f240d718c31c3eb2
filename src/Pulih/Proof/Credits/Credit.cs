using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pulih.Proof.Contracts;
using Pulih.Proof.Evidence;

namespace Pulih.Proof.Credits;

/// <summary>
/// A business counted as trained: once for each partner that trained it in a programme, of which the first counts for
/// the programme, of which the first anywhere counts for the nation; <see cref="CountedOnce"/> holds it. What others are one
/// with a business is not written here: a merge changes which credits count, and never what was earned.
/// </summary>
internal sealed class Credit
{
    private Credit()
    {
    }

    public Guid Id { get; private init; }
    public Guid BusinessId { get; private init; }
    public Guid ProgrammeId { get; private init; }
    public Guid PartnerId { get; private init; }
    public Guid EvidenceId { get; private init; }

    /// <summary>The business's first credit through this partner in this programme.</summary>
    public bool ForPartner { get; private set; }

    /// <summary>The business's first credit in this programme.</summary>
    public bool InProgramme { get; private set; }

    /// <summary>The business's first credit anywhere.</summary>
    public bool National { get; private set; }

    public DateTime EarnedAt { get; private init; }
    public DateTime CountedAt { get; private init; }
    public Cell Cell { get; private init; } = null!;

    public static Credit From(CourseEvidence evidence, Guid id, DateTime now) => new()
    {
        Id = id,
        BusinessId = evidence.BusinessId,
        ProgrammeId = evidence.ProgrammeId,
        PartnerId = evidence.PartnerId,
        EvidenceId = evidence.Id,
        EarnedAt = evidence.CompletedAt,
        CountedAt = now,
        Cell = evidence.Cell,
    };

    /// <summary>Lets it count in these of its places and no other; gives by how much the figures change.</summary>
    public IEnumerable<Delta> CountAs(IReadOnlySet<(Guid Programme, Guid Partner)> places, TimeProvider clock)
    {
        var before = (ForPartner, InProgramme, National);
        var after = (places.Contains((ProgrammeId, PartnerId)), places.Contains((ProgrammeId, Guid.Empty)), places.Contains((VerifiedFigures.Nation, Guid.Empty)));
        if (before == after)
        {
            return [];
        }

        List<Delta> changes = [.. Delta.Of(this, -1, clock)];
        (ForPartner, InProgramme, National) = after;
        return [.. changes, .. Delta.Of(this, 1, clock)];
    }
}

internal sealed class CreditMapping : IEntityTypeConfiguration<Credit>
{
    public void Configure(EntityTypeBuilder<Credit> builder)
    {
        builder.ToTable("proof_credits");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.ComplexProperty(c => c.Cell, Cell.Map);
        builder.HasIndex(c => new { c.BusinessId, c.ProgrammeId, c.PartnerId }).IsUnique();
        builder.HasIndex(c => c.EvidenceId);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pulih.Proof.Evidence;

namespace Pulih.Proof.Credits;

/// <summary>
/// A business counted as trained: once for each partner that trained it in a programme, of which the first counts for
/// the programme, of which the first anywhere counts for the nation. The indexes hold it, whoever writes at the same time.
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

    /// <summary>The business's first credit in this programme.</summary>
    public bool InProgramme { get; private init; }

    /// <summary>The business's first credit anywhere.</summary>
    public bool National { get; private init; }

    public DateTime EarnedAt { get; private init; }
    public DateTime CountedAt { get; private init; }
    public Cell Cell { get; private init; } = null!;

    public static Credit From(CourseEvidence evidence, Guid id, bool inProgramme, bool national, DateTime now) => new()
    {
        Id = id,
        BusinessId = evidence.BusinessId,
        ProgrammeId = evidence.ProgrammeId,
        PartnerId = evidence.PartnerId,
        EvidenceId = evidence.Id,
        InProgramme = inProgramme,
        National = national,
        EarnedAt = evidence.CompletedAt,
        CountedAt = now,
        Cell = evidence.Cell,
    };
}

internal sealed class CreditMapping : IEntityTypeConfiguration<Credit>
{
    public void Configure(EntityTypeBuilder<Credit> builder)
    {
        builder.ToTable("proof_credits");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.ComplexProperty(c => c.Cell, Cell.Map);
        builder.HasIndex(c => new { c.BusinessId, c.ProgrammeId, c.PartnerId }).IsUnique();
        builder.HasIndex(c => new { c.BusinessId, c.ProgrammeId }, "one a programme").IsUnique().HasFilter("\"InProgramme\"").HasDatabaseName("ix_proof_credits_programme");
        builder.HasIndex(c => c.BusinessId, "one a nation").IsUnique().HasFilter("\"National\"").HasDatabaseName("ix_proof_credits_national");
        builder.HasIndex(c => c.EvidenceId);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pulih.Learning.Contracts;
using Pulih.Platform.Language;
using Pulih.Registry.Contracts;

namespace Pulih.Proof.Evidence;

/// <summary>
/// What shows that a course was completed: lessons, attempt, score, times, and for whom. The coarse fields (month,
/// province, sex, sector) are kept as they were, so that a figure published then can be derived again later.
/// </summary>
internal sealed class CourseEvidence
{
    private CourseEvidence()
    {
    }

    public Guid Id { get; private init; }
    public Guid EnrolmentId { get; private init; }
    public Guid PersonId { get; private init; }
    public Guid BusinessId { get; private init; }
    public Guid ProgrammeId { get; private init; }
    public Guid CohortId { get; private init; }
    public Guid PartnerId { get; private init; }
    public string CourseCode { get; private init; } = "";
    public string CourseVersion { get; private init; } = "";
    public Guid AttemptId { get; private init; }
    public int LessonsSeen { get; private init; }
    public int Score { get; private init; }
    public int Of { get; private init; }
    public DateTime BegunAt { get; private init; }
    public DateTime CompletedAt { get; private init; }
    public Cell Cell { get; private init; } = null!;

    public static CourseEvidence Found(Guid id, CourseCompleted completed, BusinessInfo business, Sex? sex) => new()
    {
        Id = id,
        EnrolmentId = completed.EnrolmentId,
        PersonId = completed.PersonId,
        BusinessId = completed.BusinessId,
        ProgrammeId = completed.ProgrammeId,
        CohortId = completed.CohortId,
        PartnerId = completed.PartnerId,
        CourseCode = completed.CourseCode,
        CourseVersion = completed.CourseVersion,
        AttemptId = completed.AttemptId,
        LessonsSeen = completed.LessonsSeen,
        Score = completed.Score,
        Of = completed.Of,
        BegunAt = completed.BegunAt,
        CompletedAt = completed.CompletedAt,
        Cell = Cell.Of(Formats.MonthInWib(completed.CompletedAt), business.RegionCode, sex, business.SectorKey),
    };
}

internal sealed class CourseEvidenceMapping : IEntityTypeConfiguration<CourseEvidence>
{
    public void Configure(EntityTypeBuilder<CourseEvidence> builder)
    {
        builder.ToTable("proof_evidence");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.CourseCode).HasMaxLength(80);
        builder.Property(e => e.CourseVersion).HasMaxLength(80);
        builder.ComplexProperty(e => e.Cell, Cell.Map);
        builder.HasIndex(e => new { e.EnrolmentId, e.CourseCode }).IsUnique();
        builder.HasIndex(e => e.PersonId);
    }
}

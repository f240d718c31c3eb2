using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pulih.Participation.Enrolments;

/// <summary>A business and its owner in a cohort. What it says was so when they came and stays so.</summary>
internal sealed class Enrolment
{
    public required Guid Id { get; init; }

    public Guid PersonId { get; init; }

    public Guid BusinessId { get; init; }

    public Guid ProgrammeId { get; init; }

    public Guid CohortId { get; init; }

    public Guid PartnerId { get; init; }

    /// <summary>The course it begins with, the first of the cohort's.</summary>
    public string CourseCode { get; init; } = "";

    public string Source { get; init; } = "";

    public string? ReferralCode { get; init; }

    public DateTime EnrolledAt { get; init; }

    /// <summary>When the owner last said that this one learns; an owner may have several.</summary>
    public DateTime ChosenAt { get; set; }

    public int Version { get; set; }
}

internal sealed class EnrolmentMapping : IEntityTypeConfiguration<Enrolment>
{
    public void Configure(EntityTypeBuilder<Enrolment> builder)
    {
        builder.ToTable("participation_enrolments");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.CourseCode).HasMaxLength(60);
        builder.Property(e => e.Source).HasMaxLength(40);
        builder.Property(e => e.ReferralCode).HasMaxLength(20);
        builder.Property(e => e.Version).IsConcurrencyToken();
        builder.HasIndex(e => new { e.PersonId, e.BusinessId, e.CohortId }).IsUnique();
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pulih.Learning.Packs;

namespace Pulih.Learning.Authoring;

/// <summary>How many learners of a version stand at one of its steps, as counted some minutes ago; the place behind the last lesson is the quiz.</summary>
internal sealed class StepReach
{
    public required string CourseCode { get; init; }
    public required string CourseVersion { get; init; }
    public required int Lesson { get; init; }
    public required int Step { get; init; }

    /// <summary>All who stand here, those who completed the course among those at its end.</summary>
    public required int Here { get; init; }

    /// <summary>Those of them who have not gone on for a week.</summary>
    public required int Stopped { get; init; }

    /// <summary>How many of these came to a place, or past it.</summary>
    public static int Reached(IEnumerable<StepReach> all, int lesson, int step) => all.Where(r => (r.Lesson, r.Step).CompareTo((lesson, step)) >= 0).Sum(r => r.Here);
}

internal sealed class StepReachMapping : IEntityTypeConfiguration<StepReach>
{
    public void Configure(EntityTypeBuilder<StepReach> builder)
    {
        builder.ToTable("learning_step_reach");
        builder.HasKey(r => new { r.CourseCode, r.CourseVersion, r.Lesson, r.Step });
        builder.Property(r => r.CourseCode).HasMaxLength(PackLimits.Title);
        builder.Property(r => r.CourseVersion).HasMaxLength(12);
    }
}

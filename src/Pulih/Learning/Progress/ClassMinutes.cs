using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pulih.Learning.Progress;

/// <summary>The minutes of one class to an enrolment's credit, as Classes told them last.</summary>
internal sealed class ClassMinutes
{
    public required Guid EnrolmentId { get; init; }
    public required Guid ClassId { get; init; }
    public int Minutes { get; set; }
}

internal sealed class ClassMinutesMapping : IEntityTypeConfiguration<ClassMinutes>
{
    public void Configure(EntityTypeBuilder<ClassMinutes> builder)
    {
        builder.ToTable("learning_class_minutes");
        builder.HasKey(m => new { m.EnrolmentId, m.ClassId });
    }
}

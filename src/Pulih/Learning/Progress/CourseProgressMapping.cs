using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pulih.Learning.Packs;

namespace Pulih.Learning.Progress;

internal sealed class CourseProgressMapping : IEntityTypeConfiguration<CourseProgress>
{
    public void Configure(EntityTypeBuilder<CourseProgress> builder)
    {
        builder.ToTable("learning_progress");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.CourseCode).HasMaxLength(PackLimits.Title);
        builder.Property(p => p.CourseVersion).HasMaxLength(12);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.Ignore(p => p.Place);
        builder.HasIndex(p => new { p.EnrolmentId, p.CourseCode }).IsUnique();
        builder.HasIndex(p => p.PersonId);
    }
}

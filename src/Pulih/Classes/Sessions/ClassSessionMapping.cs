using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pulih.Classes.Sessions;

internal sealed class ClassSessionMapping : IEntityTypeConfiguration<ClassSession>
{
    public void Configure(EntityTypeBuilder<ClassSession> builder)
    {
        builder.ToTable("classes_sessions");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Title).HasMaxLength(80);
        builder.Property(c => c.About).HasMaxLength(500);
        builder.Property(c => c.Room).HasMaxLength(400);
        builder.Property(c => c.Recording).HasMaxLength(400);
        builder.Property(c => c.Zone).HasMaxLength(40);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.Ignore(c => c.TimeZone).Ignore(c => c.Held).Ignore(c => c.Rule);
        builder.HasIndex(c => new { c.ProgrammeId, c.StartsAt });
        builder.HasIndex(c => c.StartsAt);
        builder.HasIndex(c => c.News);
        builder.HasIndex(c => c.RemindAt);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pulih.Platform.Observability;

/// <summary>The row a machine rewrites to show that it can still write.</summary>
internal sealed class MachineMark
{
    public required string Machine { get; init; }
    public DateTime At { get; set; }
}

internal sealed class MachineMarkMapping : IEntityTypeConfiguration<MachineMark>
{
    public void Configure(EntityTypeBuilder<MachineMark> builder)
    {
        builder.ToTable("platform_marks");
        builder.HasKey(m => m.Machine);
        builder.Property(m => m.Machine).HasMaxLength(100);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pulih.Sending.Cost;

/// <summary>How many of a number's free replies of a month were dispatched.</summary>
internal sealed class Allowance
{
    public required string Number { get; init; }

    /// <summary>Its first day, in WIB.</summary>
    public required DateOnly Month { get; init; }
    public int Used { get; set; }
}

internal sealed class AllowanceMapping : IEntityTypeConfiguration<Allowance>
{
    public void Configure(EntityTypeBuilder<Allowance> builder)
    {
        builder.ToTable("sending_allowances");
        builder.HasKey(a => new { a.Number, a.Month });
        builder.Property(a => a.Number).HasMaxLength(40);
    }
}

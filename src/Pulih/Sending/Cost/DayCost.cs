using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pulih.Sending.Cost;

/// <summary>What delivered messages of a day, programme and category cost; a sum that a recount from the outbox confirms.</summary>
internal sealed class DayCost
{
    /// <summary>The day they were sent, in WIB.</summary>
    public required DateOnly Day { get; init; }
    public required Guid ProgrammeId { get; init; }
    public required PriceCategory Category { get; init; }
    public int Messages { get; init; }

    /// <summary>Of them, those that cost nothing.</summary>
    public int Free { get; init; }
    public long Sen { get; init; }
}

internal sealed class DayCostMapping : IEntityTypeConfiguration<DayCost>
{
    public void Configure(EntityTypeBuilder<DayCost> builder)
    {
        builder.ToTable("sending_costs");
        builder.HasKey(c => new { c.Day, c.ProgrammeId, c.Category });
        builder.Property(c => c.Category).HasConversion<short>();
    }
}

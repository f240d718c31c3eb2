using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pulih.Sending.Cost;

/// <summary>What Meta bills a message as.</summary>
internal enum PriceCategory
{
    /// <summary>Everything that is no template.</summary>
    Service = 0,
    Utility = 1,
    Marketing = 2,
    Authentication = 3,
}

/// <summary>A price from a day on, as Meta's rate card says it.</summary>
internal sealed class Rate
{
    /// <summary>The first day it holds, in WIB.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The recipients' calling code, such as 62.</summary>
    public required string Market { get; init; }
    public required PriceCategory Category { get; init; }

    /// <summary>For one delivered message, in hundredths of a rupiah, because the card has two decimals.</summary>
    public required long Sen { get; set; }

    /// <summary>How many of a number's messages a month are free before the price holds.</summary>
    public int FreeAMonth { get; set; }
}

internal sealed class RateMapping : IEntityTypeConfiguration<Rate>
{
    // Meta's rate cards for Indonesia in rupiah, effective 1 July and 1 October 2026. Since October replies cost what a
    // utility template costs, after the first 1,000 of a number and month.
    private static readonly Rate[] Published =
    [
        .. From(new(2026, 7, 1), service: 0, free: 0),
        .. From(new(2026, 10, 1), service: 35_665, free: 1_000),
    ];

    public void Configure(EntityTypeBuilder<Rate> builder)
    {
        builder.ToTable("sending_rates");
        builder.HasKey(r => new { r.From, r.Market, r.Category });
        builder.Property(r => r.Market).HasMaxLength(4);
        builder.Property(r => r.Category).HasConversion<short>();
        builder.HasData(Published);
    }

    private static IEnumerable<Rate> From(DateOnly day, long service, int free) =>
    [
        new() { From = day, Market = RateCard.Indonesia, Category = PriceCategory.Service, Sen = service, FreeAMonth = free },
        new() { From = day, Market = RateCard.Indonesia, Category = PriceCategory.Utility, Sen = 35_665 },
        new() { From = day, Market = RateCard.Indonesia, Category = PriceCategory.Marketing, Sen = 58_633 },
        new() { From = day, Market = RateCard.Indonesia, Category = PriceCategory.Authentication, Sen = 35_665 },
    ];
}

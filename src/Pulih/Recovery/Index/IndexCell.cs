using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pulih.Recovery.Index;

/// <summary>What a cell of the index is of.</summary>
internal enum Cut
{
    All = 0, Province = 1, Sector = 2, Programme = 3,
}

/// <summary>The index of one group in one month, kept for the page. It follows from the answers and can be computed again at any time.</summary>
internal sealed class IndexCell
{
    public DateOnly Month { get; private init; }
    public Cut Cut { get; private init; }

    /// <summary>The province's code, the sector's key or the programme's id; empty for all.</summary>
    public string Key { get; private init; } = "";

    public string Definition { get; private init; } = "";
    public string Wording { get; private init; } = "";
    public int Enrolled { get; private init; }
    public int Answered { get; private init; }
    public int Measured { get; private init; }

    // Everything below is null where too few answered.
    public double? Median { get; private init; }
    public double? MedianLow { get; private init; }
    public double? MedianHigh { get; private init; }
    public double? Recovered { get; private init; }
    public double? RecoveredLow { get; private init; }
    public double? RecoveredHigh { get; private init; }
    public double? Weighted { get; private init; }
    public double? Worst { get; private init; }
    public double? Best { get; private init; }
    public double? Balance { get; private init; }
    public double? Open { get; private init; }
    public double? Mean { get; private init; }
    public double? WinsorisedMean { get; private init; }

    public static IndexCell Of(DateOnly month, Cut cut, string key, string wording, Measure m) => new()
    {
        Month = month, Cut = cut, Key = key, Definition = Index.Definition.Version, Wording = wording, Enrolled = m.Enrolled, Answered = m.Answered, Measured = m.Measured,
        Median = m.Median?.Value, MedianLow = m.Median?.Low, MedianHigh = m.Median?.High, Recovered = m.Recovered?.Value, RecoveredLow = m.Recovered?.Low, RecoveredHigh = m.Recovered?.High,
        Weighted = m.Weighted, Worst = m.Bounds?.Worst, Best = m.Bounds?.Best, Balance = m.Balance, Open = m.Open, Mean = m.Mean, WinsorisedMean = m.WinsorisedMean,
    };

    /// <summary>All its values, for comparing and for the open data.</summary>
    public IEnumerable<(string Name, double? Value)> Values =>
    [
        ("enrolled", Enrolled), ("answered", Answered), ("measured", Measured), ("median", Median), ("medianLow", MedianLow), ("medianHigh", MedianHigh),
        ("recovered", Recovered), ("recoveredLow", RecoveredLow), ("recoveredHigh", RecoveredHigh), ("weighted", Weighted), ("worst", Worst), ("best", Best),
        ("netBalance", Balance), ("open", Open), ("mean", Mean), ("winsorisedMean", WinsorisedMean),
    ];
}

internal sealed class IndexCellMapping : IEntityTypeConfiguration<IndexCell>
{
    public void Configure(EntityTypeBuilder<IndexCell> builder)
    {
        builder.ToTable("recovery_index");
        builder.HasKey(c => new { c.Month, c.Cut, c.Key });
        builder.Property(c => c.Cut).HasConversion<short>();
        builder.Property(c => c.Key).HasMaxLength(40);
        builder.Property(c => c.Definition).HasMaxLength(8);
        builder.Property(c => c.Wording).HasMaxLength(Pulse.GivenAnswerMapping.WordingLength);
        builder.Ignore(c => c.Values);
    }
}

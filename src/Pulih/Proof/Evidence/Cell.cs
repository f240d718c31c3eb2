using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pulih.Registry.Contracts;

namespace Pulih.Proof.Evidence;

/// <summary>The cell of the tables a business falls into; too coarse to point at a person, so it may outlive an erasure.</summary>
internal sealed class Cell
{
    private Cell()
    {
    }

    /// <summary>The first day of the month of completion, in western Indonesia.</summary>
    public DateOnly Month { get; private init; }

    /// <summary>Two digits of the Kemendagri code.</summary>
    public string Province { get; private init; } = "";

    /// <summary><c>woman</c>, <c>man</c>, or <c>unsaid</c>.</summary>
    public string Sex { get; private init; } = "";

    public string Sector { get; private init; } = "";

    public static Cell Of(DateOnly month, string regionCode, Sex? sex, string sector) => new()
    {
        Month = month,
        Province = regionCode.Length >= 2 ? regionCode[..2] : "",
        Sex = sex switch { Registry.Contracts.Sex.Woman => "woman", Registry.Contracts.Sex.Man => "man", _ => "unsaid" },
        Sector = sector,
    };

    public static void Map(ComplexPropertyBuilder<Cell> cell)
    {
        cell.Property(c => c.Month).HasColumnName(nameof(Month));
        cell.Property(c => c.Province).HasColumnName(nameof(Province)).HasMaxLength(2);
        cell.Property(c => c.Sex).HasColumnName(nameof(Sex)).HasMaxLength(8);
        cell.Property(c => c.Sector).HasColumnName(nameof(Sector)).HasMaxLength(40);
    }
}

using System.Collections.Immutable;
using Linkage.Comparing;
using Linkage.Standardising;

namespace Linkage.Umkm;

/// <summary>Two businesses' names: their own words with the kind they stand before, because "Warung Berkah" and "Bengkel Berkah" are two.</summary>
internal sealed class BusinessNamesCompared() : RecordComparison<UmkmRecord>(
    "business_name",
    "same, same kind", "same, a kind left out", "same, another kind", "nearly the same", "nearly the same, another kind", "a word left out", "a word left out, another kind",
    "a word differs", "same product", "a product only, of its kind", "a product only", "different, same kind", "different")
{
    private readonly Frequencies words = new();

    public override void Count(IEnumerable<UmkmRecord> records)
    {
        foreach (var record in records)
        {
            words.Add(record.Business.Own.Select(p => p.Key));
        }
    }

    public override Outcome Compare(UmkmRecord a, UmkmRecord b)
    {
        var (one, other) = (a.Business, b.Business);
        if (one.IsEmpty || other.IsEmpty)
        {
            return Outcome.Missing;
        }

        var kinds = Kinds(one, other);
        if (one.Own.Length == 0 || other.Own.Length == 0)
        {
            return new(one.Own.Length == other.Own.Length && Shares(one.Products, other.Products) ? 8 : kinds > 0 ? 9 : 10);
        }

        var fit = Alignment.Of(one.Own.AsSpan(), other.Own.AsSpan(), words);
        if (one.Joined == other.Joined)
        {
            fit = fit with { Same = Math.Max(fit.Same, 1), Close = 0, Short = 0, Initials = 0, Extra = 0, Conflicts = 0 };
        }

        var alike = fit.Same + fit.Close;
        var level = (fit, alike) switch
        {
            ({ Conflicts: 0, Extra: 0, Close: 0, Initials: 0, Short: 0 }, _) => kinds > 0 ? 0 : kinds == 0 ? 1 : 2,
            ({ Conflicts: 0, Extra: 0, Initials: 0 }, _) => kinds >= 0 ? 3 : 4,
            ({ Conflicts: 0 }, > 0) => kinds >= 0 ? 5 : 6,
            (_, > 0) => 7,
            _ => kinds > 0 ? 11 : 12,
        };
        return new(level, level < 8 ? fit.Bits : 0);
    }

    // One where a kind is shared, zero where one name says none, minus one where they say different ones.
    private static int Kinds(BusinessName a, BusinessName b) =>
        a.Kinds.Length == 0 || b.Kinds.Length == 0 ? 0 : Shares(a.Kinds, b.Kinds) ? 1 : -1;

    private static bool Shares(ImmutableArray<string> a, ImmutableArray<string> b)
    {
        foreach (var one in a)
        {
            if (b.Contains(one))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Lines of business: the sector column, and where it is empty what the name says of it.</summary>
internal sealed class LinesCompared() : RecordComparison<UmkmRecord>("sector", "same", "same by name", "different by name", "different")
{
    public override Outcome Compare(UmkmRecord a, UmkmRecord b)
    {
        if (a.Sector.Length > 0 && b.Sector.Length > 0)
        {
            return new(a.Sector == b.Sector ? 0 : 3);
        }

        var (one, other) = (a.Sector.Length > 0 ? a.Sector : a.Business.Line, b.Sector.Length > 0 ? b.Sector : b.Business.Line);
        return one.Length == 0 || other.Length == 0 ? Outcome.Missing : new(one == other ? 1 : 2);
    }
}

/// <summary>Businesses' numbers. One owner's businesses may share one.</summary>
internal sealed class Nibs() : RecordComparison<UmkmRecord>("nib", "same", "a slip apart", "different")
{
    public override Outcome Compare(UmkmRecord a, UmkmRecord b) =>
        a.Nib is null || b.Nib is null ? Outcome.Missing : new(a.Nib == b.Nib ? 0 : Spelling.Distance(a.Nib, b.Nib, 1) <= 1 ? 1 : 2);
}

/// <summary>Places, the finest that both rows name.</summary>
internal sealed class PlacesCompared() : RecordComparison<UmkmRecord>("place", "same subdistrict", "same district", "another subdistrict", "another district")
{
    public override Outcome Compare(UmkmRecord a, UmkmRecord b)
    {
        if (!a.District.IsEmpty && !b.District.IsEmpty && !a.District.Fits(b.District))
        {
            return new(3);
        }

        return !a.Subdistrict.IsEmpty && !b.Subdistrict.IsEmpty ? new(a.Subdistrict.Fits(b.Subdistrict) ? 0 : 2)
            : !a.District.IsEmpty && !b.District.IsEmpty ? new(1)
            : Outcome.Missing;
    }
}

/// <summary>Addresses, by what both of them say.</summary>
internal sealed class Addresses() : RecordComparison<UmkmRecord>(
    "address", "same house", "same street and neighbourhood", "same street", "same street, another house", "same village", "same neighbourhood numbers", "another street", "different")
{
    public override Outcome Compare(UmkmRecord a, UmkmRecord b)
    {
        var (one, other) = (a.Address, b.Address);
        var street = Same(one.Street, other.Street);
        var number = one.Number.Length == 0 || other.Number.Length == 0 ? (bool?)null : one.Number == other.Number;
        var neighbourhood = one.Neighbourhood.Length == 0 || other.Neighbourhood.Length == 0 ? (bool?)null : one.Neighbourhood == other.Neighbourhood;
        var village = Same(one.Village, other.Village);
        return (street, number, neighbourhood, village) switch
        {
            (null, _, null, null) => Outcome.Missing,
            (true, true, not false, _) => new(0),
            (true, not false, true, _) => new(1),
            (true, false, _, _) or (true, _, false, _) => new(3),
            (true, _, _, _) => new(2),
            (not true, _, not false, true) => new(4),
            (not true, _, true, not false) => new(5),
            (_, _, not false, not false) => new(6),
            _ => new(7),
        };
    }

    private static bool? Same(string a, string b) => a.Length == 0 || b.Length == 0 ? null : a == b || Spelling.Slip(a, b);
}

using System.Collections.Immutable;
using Linkage.Comparing;
using Linkage.Standardising;

namespace Linkage.Umkm;

/// <summary>Two owners' names: parts in any order, dropped, as initials or as what people call the owner.</summary>
internal sealed class OwnerNames() : RecordComparison<UmkmRecord>(
    "owner_name",
    "same, several parts", "same, one part", "nearly the same", "a part left out", "an only part left out", "initials", "short form", "one part differs", "several parts differ", "different")
{
    private readonly Frequencies parts = new();

    public override void Count(IEnumerable<UmkmRecord> records)
    {
        foreach (var record in records)
        {
            parts.Add(record.Owner.Parts.Select(p => p.Key));
        }
    }

    public override Outcome Compare(UmkmRecord a, UmkmRecord b)
    {
        if (a.Owner.IsEmpty || b.Owner.IsEmpty)
        {
            return Outcome.Missing;
        }

        var fit = Alignment.Of(a.Owner.Parts.AsSpan(), b.Owner.Parts.AsSpan(), parts);
        var alike = fit.Same + fit.Close;
        if (fit.Conflicts > 0 && a.Owner.Joined == b.Owner.Joined)
        {
            return new(0, Rarest(a.Owner.Parts));
        }

        var whole = fit.Conflicts == 0 && fit.Extra == 0;
        var level = (fit, alike) switch
        {
            ({ Conflicts: 0, Initials: 0, Short: 0, Close: 0 }, _) when whole => alike > 1 ? 0 : 1,
            ({ Conflicts: 0, Initials: 0, Short: 0 }, _) when whole => 2,
            ({ Conflicts: 0, Initials: 0, Short: 0 }, > 0) => Math.Min(a.Owner.Parts.Length, b.Owner.Parts.Length) > 1 ? 3 : 4,
            ({ Conflicts: 0 }, > 0) when fit.Initials > 0 => 5,
            ({ Conflicts: 0 }, > 0) => 6,
            ({ Conflicts: 0, Short: > 0 }, _) => 6,
            _ when Called(a.Owner, b.Owner) || Called(b.Owner, a.Owner) => 6,
            ({ Conflicts: 1 }, > 0) => 7,
            (_, > 0) => 8,
            _ => 9,
        };
        return new(level, level == 9 ? 0 : fit.Bits);
    }

    // One list has the nickname where the other has it beside the name.
    private static bool Called(PersonName a, PersonName b)
    {
        foreach (var nickname in a.Nicknames)
        {
            if (Has(b.Parts, nickname.Key) || Has(b.Nicknames, nickname.Key))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Has(ImmutableArray<Part> parts, string key)
    {
        foreach (var part in parts)
        {
            if (part.Key == key)
            {
                return true;
            }
        }

        return false;
    }

    private float Rarest(ImmutableArray<Part> names)
    {
        var most = 0f;
        foreach (var name in names)
        {
            most = Math.Max(most, parts.Bits(name.Key));
        }

        return most;
    }
}

/// <summary>Residents' numbers. They hold birth date and sex, so these are compared here and nowhere else.</summary>
internal sealed class Niks() : RecordComparison<UmkmRecord>("nik", "same", "a slip apart", "another serial", "different")
{
    private const int DigitsBeforeSerial = 12;

    public override Outcome Compare(UmkmRecord a, UmkmRecord b)
    {
        if (a.Nik is null || b.Nik is null)
        {
            return Outcome.Missing;
        }

        return a.Nik == b.Nik ? new(0)
            : Spelling.Distance(a.Nik, b.Nik, 1) <= 1 ? new(1)
            : a.Nik.AsSpan(0, DigitsBeforeSerial).SequenceEqual(b.Nik.AsSpan(0, DigitsBeforeSerial)) ? new(2)
            : new(3);
    }
}

/// <summary>Phones: any of one row with any of the other. A number on many rows is a facilitator's and says little, which its rarity tells.</summary>
internal sealed class Phones() : RecordComparison<UmkmRecord>("phone", "same", "same, on many rows", "a digit apart", "different")
{
    private const int Many = 12;
    private readonly Frequencies numbers = new();

    public override void Count(IEnumerable<UmkmRecord> records)
    {
        foreach (var record in records)
        {
            numbers.Add(record.Phones);
        }
    }

    public override Outcome Compare(UmkmRecord a, UmkmRecord b)
    {
        if (a.Phones.Length == 0 || b.Phones.Length == 0)
        {
            return Outcome.Missing;
        }

        var (level, bits) = (3, 0f);
        foreach (var one in a.Phones)
        {
            foreach (var other in b.Phones)
            {
                if (one == other)
                {
                    var rows = numbers.Of(one);
                    return rows > Many ? new(1, -(float)Math.Log2(rows)) : new(0, -(float)Math.Log2(rows));
                }

                level = level == 3 && Spelling.Distance(one, other, 1) <= 1 ? 2 : level;
            }
        }

        return new(level, bits);
    }
}

/// <summary>Mail addresses; one on many rows is a facilitator's.</summary>
internal sealed class Emails() : RecordComparison<UmkmRecord>("email", "same", "same, on many rows", "a letter apart", "different")
{
    private const int Many = 12;
    private readonly Frequencies addresses = new();

    public override void Count(IEnumerable<UmkmRecord> records)
    {
        foreach (var record in records)
        {
            addresses.Add(record.Email.Length > 0 ? [record.Email] : []);
        }
    }

    public override Outcome Compare(UmkmRecord a, UmkmRecord b) =>
        a.Email.Length == 0 || b.Email.Length == 0 ? Outcome.Missing
        : a.Email == b.Email ? new(addresses.Of(a.Email) > Many ? 1 : 0)
        : new(Spelling.Distance(a.Email, b.Email, 1) <= 1 ? 2 : 3);
}

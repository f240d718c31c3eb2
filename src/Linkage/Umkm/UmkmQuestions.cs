using Linkage.Blocking;
using Linkage.Comparing;
using Linkage.Scoring;
using Linkage.Standardising;

namespace Linkage.Umkm;

/// <summary>What the two questions asked of a list of small businesses compare, and which rows they bring together.</summary>
internal static class UmkmQuestions
{
    /// <summary>What the name of a level ends with where it is about rows of one owner.</summary>
    public const string OneOwner = " (one owner)";

    private const float Nameless = 0.25f;

    /// <summary>Which rows name the same owner.</summary>
    public static IReadOnlyList<RecordComparison<UmkmRecord>> Owner() =>
        [new OwnerNames(), new Niks(), new Phones(), new Emails(), new PlacesCompared(), new Addresses(), new Nibs(), new BusinessNamesCompared(), new LinesCompared()];

    /// <summary>
    /// Which rows are the same business; whether their owners are one is known by then. What an owner brings along (a
    /// phone, an address) says much about two owners' rows and next to nothing about one owner's, so each level has two weights.
    /// </summary>
    public static IReadOnlyList<RecordComparison<UmkmRecord>> Business(Func<UmkmRecord, UmkmRecord, bool> sameOwner) =>
    [
        new SameOwner(sameOwner),
        .. new RecordComparison<UmkmRecord>[] { new BusinessNamesCompared(), new LinesCompared(), new Addresses(), new PlacesCompared(), new Nibs(), new Phones(), new Emails(), new OwnerNames() }
            .Select(c => new OfOneOwner(c, sameOwner)),
    ];

    /// <summary>Both questions' comparisons, with rarities counted over these rows; owners are held for one where the model's owner score is above its threshold.</summary>
    public static (Scorer<UmkmRecord> Owner, IReadOnlyList<RecordComparison<UmkmRecord>> Business) Counted(IReadOnlyCollection<UmkmRecord> rows, Model ownerModel)
    {
        var owner = new Scorer<UmkmRecord>(Over(Owner()), ownerModel);
        return (owner, Over(Business((a, b) => owner.Score(a, b) > ownerModel.Threshold)));

        IReadOnlyList<RecordComparison<UmkmRecord>> Over(IReadOnlyList<RecordComparison<UmkmRecord>> comparisons)
        {
            foreach (var comparison in comparisons)
            {
                comparison.Count(rows);
            }

            return comparisons;
        }
    }

    /// <summary>The keys under which rows about one owner or one business meet.</summary>
    public static IReadOnlyCollection<ulong> Keys(UmkmRecord row)
    {
        var keys = new List<ulong>(12);
        foreach (var phone in row.Phones)
        {
            keys.Add(Candidates.Hash('p', phone));
        }

        Add('n', row.Nik);
        Add('b', row.Nib);
        Add('e', row.Email);
        if (row.Nik is { } nik)
        {
            // Two slips of the keyboard seldom hit both halves.
            Add('1', nik[..10]);
            Add('2', nik[6..]);
        }

        var where = row.District.IsEmpty ? row.Subdistrict.Name : row.District.Name;
        foreach (var part in row.Owner.Parts)
        {
            Add('o', part.Key.Length > 1 && where.Length > 0 ? part.Key + where : null);
            Add('s', part.Text.Length > 2 && row.Subdistrict.Name.Length > 0 ? part.Text[..3] + row.Subdistrict.Name : null);
        }

        foreach (var nickname in row.Owner.Nicknames)
        {
            Add('o', where.Length > 0 ? nickname.Key + where : null);
        }

        Add('j', row.Owner.Joined.Length > 7 ? row.Owner.Joined : null);
        Add('w', row.Business.Joined.Length > 3 ? row.Business.Joined + (row.Subdistrict.IsEmpty ? where : row.Subdistrict.Name) : null);
        foreach (var word in row.Business.Own)
        {
            Add('w', word.Key.Length > 3 && where.Length > 0 ? word.Key + where : null);
        }

        if (row.Address.Street.Length > 0)
        {
            Add('a', row.Address.Number.Length > 0 ? row.Address.Street + row.Address.Number + where : null);
            Add('a', row.Address.Neighbourhood.Length > 0 ? row.Address.Street + row.Address.Neighbourhood + where : null);
        }

        return keys;

        void Add(char kind, string? value)
        {
            if (value is { Length: > 0 })
            {
                keys.Add(Candidates.Hash(kind, value));
            }
        }
    }

    /// <summary>What splits a block that is too large: the sound of the owner's first name.</summary>
    public static ulong Splitter(UmkmRecord row) => row.Owner.IsEmpty ? 0 : Candidates.Hash('f', row.Owner.Parts[0].Key);

    /// <summary>Two different valid numbers of a resident are two persons, unless they are a slip apart.</summary>
    public static bool AreTwoOwners(UmkmRecord a, UmkmRecord b) =>
        a.Nik is not null && b.Nik is not null && a.Nik != b.Nik && Spelling.Distance(a.Nik, b.Nik, 2) > 2;

    /// <summary>Two different numbers of a business are two businesses, unless they are a slip apart.</summary>
    public static bool AreTwoBusinesses(UmkmRecord a, UmkmRecord b) =>
        a.Nib is not null && b.Nib is not null && a.Nib != b.Nib && Spelling.Distance(a.Nib, b.Nib, 2) > 2;

    /// <summary>A pair in which one row names no business tells little about which of its owner's it is.</summary>
    public static float TellsOfBusinesses(UmkmRecord a, UmkmRecord b) =>
        (!a.Business.IsEmpty && !b.Business.IsEmpty) || (a.Nib is not null && b.Nib is not null) ? 1 : Nameless;

    private sealed class SameOwner(Func<UmkmRecord, UmkmRecord, bool> sameOwner) : RecordComparison<UmkmRecord>("owner", "same", "another")
    {
        public override Outcome Compare(UmkmRecord a, UmkmRecord b) => new(sameOwner(a, b) ? 0 : 1);
    }

    // The levels of a comparison, once for two owners and once for one.
    private sealed class OfOneOwner(RecordComparison<UmkmRecord> inner, Func<UmkmRecord, UmkmRecord, bool> sameOwner)
        : RecordComparison<UmkmRecord>(inner.Name, [.. inner.Levels, .. inner.Levels.Select(l => l + OneOwner)])
    {
        public override void Count(IEnumerable<UmkmRecord> records) => inner.Count(records);

        public override Outcome Compare(UmkmRecord a, UmkmRecord b) =>
            inner.Compare(a, b) is var found && !found.IsMissing && sameOwner(a, b) ? found with { Level = found.Level + inner.Levels.Count } : found;
    }
}

namespace Linkage.Standardising;

/// <summary>A district or subdistrict as it is compared: its name without the word for what it is, and that word where it tells two apart.</summary>
/// <param name="Name">Without spaces.</param>
/// <param name="Kind">k for a regency, c for a city, a space where it is not said.</param>
public sealed record Place(string Name, char Kind)
{
    /// <summary>No place is named.</summary>
    public static readonly Place Nowhere = new("", ' ');

    private static readonly Recent<Place> Known = new(13, ReadAnew);

    /// <summary>"Kab. Malang", "Malang (Kota)", "KECAMATAN KLOJEN"; the kind is k for a regency, c for a city, a space where it is not said.</summary>
    public static Place Read(string cell) => Known.Of(cell);

    private static Place ReadAnew(string cell)
    {
        var kind = ' ';
        var name = new List<string>(3);
        foreach (var word in Words.Of(cell))
        {
            switch (word)
            {
                case "kab" or "kabupaten" or "kabupatn":
                    kind = 'k';
                    break;
                case "kota" or "kotamadya" or "kodya":
                    kind = 'c';
                    break;
                case var typo when name.Count + typo.Length > 3 && typo.Length <= 5 && typo != "koba" && Spelling.Distance(typo, "kota", 1) == 1:
                    kind = 'c';
                    break;
                case "kec" or "kecamatan" or "distrik" or "adm" or "administrasi" or "prov" or "provinsi":
                    break;
                default:
                    name.Add(word);
                    break;
            }
        }

        return name.Count == 0 ? Nowhere : new(Words.Shared(string.Concat(name)), kind);
    }

    /// <summary>Whether no place is named.</summary>
    public bool IsEmpty => Name.Length == 0;

    /// <summary>The same place, if need be with a slip of the keyboard in its name.</summary>
    public bool Fits(Place other) =>
        (Name == other.Name || Spelling.Slip(Name, other.Name)) && (Kind == ' ' || other.Kind == ' ' || Kind == other.Kind);
}

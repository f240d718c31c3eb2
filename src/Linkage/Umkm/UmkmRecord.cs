using System.Collections.Immutable;
using Linkage.Standardising;

namespace Linkage.Umkm;

/// <summary>A row of a list of small businesses, standardised once, as the comparisons take it.</summary>
public sealed class UmkmRecord
{
    /// <summary>The columns it is read from; others are ignored.</summary>
    public static readonly IReadOnlyList<string> Columns = ["owner_name", "business_name", "phone", "nik", "nib", "kabupaten", "kecamatan", "address", "sector", "email"];

    /// <summary>Reads a row; <paramref name="cell"/> gives the text of a column, empty where the list has no such column.</summary>
    public UmkmRecord(string id, Func<string, string> cell)
    {
        Id = id;
        District = Place.Read(cell("kabupaten"));
        Subdistrict = Place.Read(cell("kecamatan"));
        Owner = PersonNames.Read(cell("owner_name"));
        Business = BusinessNames.Read(cell("business_name"), District, Subdistrict);
        Phones = [.. Numbers.Phones(cell("phone"))];
        Nik = Numbers.Nik(cell("nik"));
        Nib = Numbers.Nib(cell("nib"));
        Address = Address.Read(cell("address"), District);
        Sector = Lines.Read(cell("sector"));
        var mail = cell("email").Trim().ToLowerInvariant();
        Email = mail.Contains('@', StringComparison.Ordinal) ? Words.Shared(mail) : "";
    }

    /// <summary>The row's name in its list.</summary>
    public string Id { get; }

    /// <summary>Its place among the rows that are linked together.</summary>
    internal int Row { get; set; }

    /// <summary>The owner's name.</summary>
    public PersonName Owner { get; }

    /// <summary>The business's name.</summary>
    public BusinessName Business { get; }

    /// <summary>National digits without the leading zero; see <see cref="Numbers.Phones"/>.</summary>
    public ImmutableArray<string> Phones { get; }

    /// <summary>The owner's number as a resident, or null; see <see cref="Numbers.Nik"/>.</summary>
    public string? Nik { get; internal set; }

    /// <summary>The business's number, or null.</summary>
    public string? Nib { get; internal set; }

    /// <summary>Kabupaten or kota.</summary>
    public Place District { get; }

    /// <summary>Kecamatan.</summary>
    public Place Subdistrict { get; }

    /// <summary>The address.</summary>
    public Address Address { get; }

    /// <summary>The line of business, by its key; empty where the row does not say.</summary>
    public string Sector { get; }

    /// <summary>The mail address in lower case, empty where there is none.</summary>
    public string Email { get; }
}

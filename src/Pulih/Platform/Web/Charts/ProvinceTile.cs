namespace Pulih.Platform.Web.Charts;

/// <summary>A province and its square on the map: the code of Kemendagri, and the column and row where people look for it.</summary>
public sealed record ProvinceTile(string Code, string Name, string Label, int Column, int Row)
{
    /// <summary>All 38 provinces, from west to east by code.</summary>
    public static readonly IReadOnlyList<ProvinceTile> All =
    [
        new("11", "Aceh", "AC", 0, 0),
        new("12", "Sumatera Utara", "SU", 1, 0),
        new("13", "Sumatera Barat", "SB", 1, 1),
        new("14", "Riau", "RI", 2, 1),
        new("15", "Jambi", "JA", 2, 2),
        new("16", "Sumatera Selatan", "SS", 2, 3),
        new("17", "Bengkulu", "BE", 1, 2),
        new("18", "Lampung", "LA", 2, 4),
        new("19", "Bangka Belitung", "BB", 3, 2),
        new("21", "Kepulauan Riau", "KR", 3, 1),
        new("31", "DKI Jakarta", "JK", 4, 5),
        new("32", "Jawa Barat", "JB", 4, 6),
        new("33", "Jawa Tengah", "JT", 5, 6),
        new("34", "DI Yogyakarta", "YO", 5, 7),
        new("35", "Jawa Timur", "JI", 6, 6),
        new("36", "Banten", "BT", 3, 5),
        new("51", "Bali", "BA", 7, 7),
        new("52", "Nusa Tenggara Barat", "NB", 8, 7),
        new("53", "Nusa Tenggara Timur", "NT", 9, 7),
        new("61", "Kalimantan Barat", "KB", 5, 2),
        new("62", "Kalimantan Tengah", "KT", 6, 2),
        new("63", "Kalimantan Selatan", "KS", 6, 3),
        new("64", "Kalimantan Timur", "KI", 7, 2),
        new("65", "Kalimantan Utara", "KU", 7, 1),
        new("71", "Sulawesi Utara", "SA", 11, 1),
        new("72", "Sulawesi Tengah", "ST", 9, 2),
        new("73", "Sulawesi Selatan", "SN", 8, 4),
        new("74", "Sulawesi Tenggara", "SG", 9, 3),
        new("75", "Gorontalo", "GO", 10, 1),
        new("76", "Sulawesi Barat", "SR", 8, 3),
        new("81", "Maluku", "MA", 12, 3),
        new("82", "Maluku Utara", "MU", 12, 2),
        new("91", "Papua", "PA", 15, 2),
        new("92", "Papua Barat", "PB", 14, 2),
        new("93", "Papua Selatan", "PS", 15, 4),
        new("94", "Papua Tengah", "PT", 14, 3),
        new("95", "Papua Pegunungan", "PE", 15, 3),
        new("96", "Papua Barat Daya", "PD", 13, 2),
    ];
}

using Linkage.Standardising;
using Linkage.Umkm;

namespace Linkage.LookingUp;

/// <summary>Eight thousand invented rows with names as frequent as in real lists: how rare an agreement is, is told against them where few rows are known.</summary>
public static class Background
{
    private static readonly string[] Columns = ["owner_name", "business_name", "kabupaten", "kecamatan"];

    private static readonly Lazy<IReadOnlyList<UmkmRecord>> Read = new(() => [.. Words.Table("background.tsv").Select(row => new UmkmRecord("", column => Array.IndexOf(Columns, column) is >= 0 and var at ? row[at] : ""))]);

    /// <summary>The rows; read once.</summary>
    public static IReadOnlyList<UmkmRecord> Records => Read.Value;
}

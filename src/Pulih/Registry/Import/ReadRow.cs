using System.Globalization;
using Linkage.Standardising;
using Pulih.Registry.Contracts;
using Pulih.Registry.Export;
using Pulih.Registry.Matching;

namespace Pulih.Registry.Import;

/// <summary>What a row says, in the order of the record's columns, and what in it cannot be read.</summary>
/// <param name="RegionCode">Where the business is; empty where the row does not say.</param>
/// <param name="Troubles">Column and reason; a row with any is not taken in.</param>
/// <param name="Code">The record the row was, where it comes from a sheet of ours.</param>
internal sealed record ReadRow(string[] Words, string RegionCode, IReadOnlyList<RowTrouble> Troubles, Guid? Code)
{
    private static readonly HashSet<string> Placeholders = new(StringComparer.OrdinalIgnoreCase)
    {
        "-", "--", "---", "0", ".", "n/a", "na", "null", "none", "tidak ada", "tdk ada", "tdk", "belum ada", "kosong", "nihil", "x", "xx", "xxx", "?", "#n/a", "#ref!",
    };

    /// <summary>Reads a row. What is given must be readable; what is missing or stands for nothing is no trouble, as long as somebody is named.</summary>
    public static ReadRow Of(string[] cells, IReadOnlyList<string> meanings, IRegions regions)
    {
        var words = SourceRecord.Arrange([.. cells.Select(c => IsPlaceholder(c) ? "" : c)], meanings);
        var troubles = new List<RowTrouble>();
        if (Cell("owner_name").Length == 0 && Cell("business_name").Length == 0)
        {
            troubles.Add(new("owner_name", "nobody"));
        }

        Check("phone", c => Numbers.Phones(c).Length > 0, c => c.Contains("E+", StringComparison.OrdinalIgnoreCase) ? "rounded" : "phone");
        Check("nik", c => Numbers.Nik(c) is not null, c => IsRounded(c) ? "rounded" : "nik");
        Check("nib", c => Numbers.Nib(c) is not null, c => IsRounded(c) ? "rounded" : "nib");
        Check("email", c => c.Contains('@', StringComparison.Ordinal), _ => "email");
        return new(words, Place(), troubles, CodeOf(cells, meanings));

        string Cell(string column) => words[SourceRecord.Columns[column]];

        void Check(string column, Func<string, bool> fits, Func<string, string> reason)
        {
            if (Cell(column) is { Length: > 0 } given && !fits(given))
            {
                troubles.Add(new(column, reason(given)));
            }
        }

        string Place()
        {
            var (regency, district) = (Cell("kabupaten"), Cell("kecamatan"));
            if (regency.Length + district.Length == 0)
            {
                return "";
            }

            // Most lists write "Kec. X" and "Kab. Y"; a place that is more than one is taken where its parts agree.
            var found = regions.Find(district.Length > 0 ? $"{district}, {regency}" : regency);
            if (found.One is null && district.Length > 0 && regency.Length > 0)
            {
                found = regions.Find(regency);
            }

            if (found.One is { } one && one.Parent is not null)
            {
                return one.Code;
            }

            // "Malang" may be the regency or the city; the province is certain all the same.
            if (found.Several.Count > 0 && !found.More && found.Several.All(r => r.Province == found.Several[0].Province))
            {
                return found.Several[0].Province.Code;
            }

            troubles.Add(new(regency.Length > 0 ? "kabupaten" : "kecamatan", found.Several.Count > 0 ? "places" : "place"));
            return "";
        }
    }

    private static Guid? CodeOf(string[] cells, IReadOnlyList<string> meanings)
    {
        for (var i = 0; i < Math.Min(cells.Length, meanings.Count); i++)
        {
            if (meanings[i] == ReadRecords.Code)
            {
                return Guid.TryParse(cells[i], out var code) ? code : null;
            }
        }

        return null;
    }

    // A spreadsheet keeps fifteen digits of a long number, and writes zeros or E+15 for the rest.
    private static bool IsRounded(string cell) => cell.Contains("E+", StringComparison.OrdinalIgnoreCase) || (Numbers.Digits(cell).Length == 16 && cell.EndsWith("000", StringComparison.Ordinal));

    private static bool IsPlaceholder(string cell) =>
        Placeholders.Contains(cell) || (cell.Length >= 4 && cell.All(c => c is '0' or '-' or ' ' or '.' or '_'));
}

/// <summary>Something in a row that cannot be read.</summary>
/// <param name="Column">One of the record's columns.</param>
/// <param name="Reason">The end of the text key that says what to do.</param>
internal sealed record RowTrouble(string Column, string Reason)
{
    public static string Write(IEnumerable<RowTrouble> troubles) => string.Join('\n', troubles.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Column} {t.Reason}")));

    public static IEnumerable<RowTrouble> Read(string? written) =>
        (written ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(t => t.Split(' ')).Select(t => new RowTrouble(t[0], t[1]));
}

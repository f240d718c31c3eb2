using Linkage.Standardising;

namespace Linkage.General;

/// <summary>Guesses a general model from a list's columns and what stands in them, as a beginning to be mended by hand.</summary>
public static class GuessModel
{
    private const int Looked = 2_000;

    /// <summary>One comparison for each column that tells rows apart, names together, and keys of two columns each.</summary>
    /// <param name="columns">The list's columns without the one that names a row.</param>
    /// <param name="rows">The rows, or the first of them.</param>
    /// <param name="id">The column that names a row.</param>
    public static GeneralModel Of(IReadOnlyList<string> columns, IReadOnlyList<Row> rows, string id = "record_id")
    {
        var some = rows.Take(Looked).ToList();
        var kinds = columns.Select((c, i) => (Column: c, Kind: KindOf(c, [.. some.Select(r => r.Text(i)).Where(t => t.Length > 0)]))).Where(c => c.Kind.Length > 0).ToList();
        var names = kinds.Where(k => k.Kind == "name").Select(k => k.Column).ToList();
        var compare = kinds.Where(k => k.Kind != "name").Select(k => new ColumnComparison(k.Column, k.Kind, [k.Column])).ToList();
        if (names.Count > 0)
        {
            compare.Insert(0, new("name", "names", names));
        }

        // Two columns each, in every pairing of what tells most: a row is missed only when both have a slip in all of them.
        var telling = kinds.Where(k => k.Kind is "name" or "date" or "code" || kinds.Count <= 4).Concat(kinds.Where(k => k.Kind == "text")).DistinctBy(k => k.Column).Take(6).ToList();
        // A key of places alone would bring whole suburbs together, and training would take neighbours for the same.
        var block = telling.SelectMany((a, i) => telling.Skip(i + 1).Where(b => !kinds.Exists(IsPersonal) || IsPersonal(a) || IsPersonal(b)).Select(IReadOnlyList<string> (b) => [Form(a), Form(b)])).ToList();
        if (names.Count == 2)
        {
            block.Add([names[0] + ":sound", names[1] + ":sound"]);
        }

        return new() { Id = id, Compare = compare, Block = block.Count > 0 ? block : [[columns[0]]] };

        static bool IsPersonal((string Column, string Kind) c) => c.Kind is "name" or "date";

        static string Form((string Column, string Kind) c) => c.Kind is "name" ? c.Column + ":4" : c.Kind is "text" ? c.Column + ":6" : c.Column;
    }

    private static string KindOf(string column, IReadOnlyList<string> values)
    {
        if (values.Count == 0 || values.Distinct(StringComparer.Ordinal).Count() < 2)
        {
            return "";
        }

        var name = column.ToLowerInvariant();
        if (values.Count(v => Numbers.Digits(v).Length == 8 && v.Length is 8 or 10) > values.Count * 0.8 && (name.Contains("date", StringComparison.Ordinal) || name.Contains("birth", StringComparison.Ordinal) || name.Contains("dob", StringComparison.Ordinal) || name.Contains("tanggal", StringComparison.Ordinal)))
        {
            return "date";
        }

        return values.Count(v => v.Count(char.IsAsciiDigit) * 2 > v.Length) > values.Count * 0.8 ? "code"
            : name.Contains("name", StringComparison.Ordinal) || name.Contains("nama", StringComparison.Ordinal) ? "name"
            : "text";
    }
}

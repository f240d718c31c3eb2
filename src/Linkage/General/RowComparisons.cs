using System.Runtime.InteropServices;
using Linkage.Comparing;
using Linkage.Standardising;

namespace Linkage.General;

/// <summary>The kinds of comparison a general model can name.</summary>
internal static class RowComparisons
{
    public static RecordComparison<Row> Of(ColumnComparison comparison, IReadOnlyDictionary<string, int> columns)
    {
        int[] at = [.. comparison.Columns.Select(c => columns.TryGetValue(c, out var i) ? i : throw new ArgumentException($"The list has no column \"{c}\", which the model compares as \"{comparison.Name}\".", nameof(comparison)))];
        return comparison.Kind switch
        {
            "text" => new TextCompared(comparison.Name, at[0]),
            "names" => new NamesCompared(comparison.Name, at),
            "date" => new DateCompared(comparison.Name, at[0]),
            "code" => new CodeCompared(comparison.Name, at[0]),
            _ => throw new ArgumentException($"The model's comparison \"{comparison.Name}\" is of the kind \"{comparison.Kind}\"; known are text, names, date and code.", nameof(comparison)),
        };
    }

    private sealed class TextCompared(string name, int column) : RecordComparison<Row>(name, "same", "nearly the same", "alike", "different")
    {
        private readonly Frequencies values = new();

        public override void Count(IEnumerable<Row> records)
        {
            foreach (var record in records)
            {
                values.Add(record.Text(column).Length == 0 ? [] : [record.Text(column)]);
            }
        }

        public override Outcome Compare(Row a, Row b)
        {
            var (one, other) = (a.Text(column), b.Text(column));
            return one.Length == 0 || other.Length == 0 ? Outcome.Missing
                : one == other ? new(0, values.Bits(one))
                : Spelling.Slip(one, other) ? new(1)
                : JaroWinkler.Similarity(one, other) >= 0.88 ? new(2)
                : new(3);
        }
    }

    private sealed class NamesCompared(string name, int[] columns) : RecordComparison<Row>(
        name, "same", "same, in other places", "nearly the same", "a part left out", "initials or short forms", "a part differs", "different")
    {
        private readonly Frequencies parts = new();

        public override void Count(IEnumerable<Row> records)
        {
            foreach (var record in records)
            {
                parts.Add(All(record).Select(p => p.Key));
            }
        }

        public override Outcome Compare(Row a, Row b)
        {
            var (one, other) = (All(a), All(b));
            if (one.Count == 0 || other.Count == 0)
            {
                return Outcome.Missing;
            }

            var fit = Alignment.Of(CollectionsMarshal.AsSpan(one), CollectionsMarshal.AsSpan(other), parts);
            var alike = fit.Same + fit.Close;
            return (fit, alike) switch
            {
                ({ Conflicts: 0, Extra: 0, Close: 0, Initials: 0, Short: 0 }, _) => new(columns.All(c => a.Text(c) == b.Text(c)) ? 0 : 1, fit.Bits),
                ({ Conflicts: 0, Extra: 0, Initials: 0, Short: 0 }, _) => new(2, fit.Bits),
                ({ Conflicts: 0, Initials: 0, Short: 0 }, > 0) => new(3, fit.Bits),
                ({ Conflicts: 0 }, _) => new(4, fit.Bits),
                (_, > 0) => new(5, fit.Bits),
                _ => new(6),
            };
        }

        private List<Part> All(Row row) => [.. columns.SelectMany(row.Parts)];
    }

    private sealed class DateCompared(string name, int column) : RecordComparison<Row>(name, "same", "day and month changed over, or a slip", "same year", "different")
    {
        private const int Digits = 8;

        public override Outcome Compare(Row a, Row b)
        {
            var (one, other) = (Numbers.Digits(a.Text(column)), Numbers.Digits(b.Text(column)));
            if (one.Length != Digits || other.Length != Digits)
            {
                return Outcome.Missing;
            }

            return one == other ? new(0)
                : Spelling.Distance(one, other, 1) <= 1 || one[..4] + one[6..] + one[4..6] == other || one[2..4] + one[..2] + one[4..] == other ? new(1)
                : one[..4] == other[..4] || one[4..] == other[4..] ? new(2)
                : new(3);
        }
    }

    private sealed class CodeCompared(string name, int column) : RecordComparison<Row>(name, "same", "a slip apart", "different")
    {
        private readonly Frequencies values = new();

        public override void Count(IEnumerable<Row> records)
        {
            foreach (var record in records)
            {
                values.Add(record.Text(column).Length == 0 ? [] : [record.Text(column)]);
            }
        }

        public override Outcome Compare(Row a, Row b)
        {
            var (one, other) = (a.Text(column), b.Text(column));
            return one.Length == 0 || other.Length == 0 ? Outcome.Missing
                : one == other ? new(0, values.Bits(one))
                : new(Spelling.Distance(one, other, 1) <= 1 ? 1 : 2);
        }
    }
}

using Linkage.Blocking;
using Linkage.Clustering;
using Linkage.Comparing;
using Linkage.Scoring;
using Linkage.Standardising;
using Linkage.Training;

namespace Linkage.General;

/// <summary>Links a list with any columns by a general model.</summary>
public sealed class LinkRows
{
    private const double Floor = -4;
    private readonly IReadOnlyList<Row> rows;
    private readonly GeneralModel model;
    private readonly IReadOnlyList<RecordComparison<Row>> comparisons;

    /// <summary>Throws <see cref="ArgumentException"/> where the model names a column the list does not have.</summary>
    /// <param name="columns">The list's columns, in the order of the rows' cells.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="model">Trained or not.</param>
    public LinkRows(IReadOnlyList<string> columns, IReadOnlyList<Row> rows, GeneralModel model)
    {
        (this.rows, this.model) = (rows, model);
        var at = columns.Select((c, i) => (c, i)).ToDictionary(c => c.c, c => c.i, StringComparer.Ordinal);
        comparisons = [.. model.Compare.Select(c => RowComparisons.Of(c, at))];
        foreach (var comparison in comparisons)
        {
            comparison.Count(rows);
        }

        var keys = model.Block.Select(k => k.Select(p => KeyPart(p, at)).ToArray()).ToArray();
        Candidates = new(rows.Count, r => Keys(rows[r], keys), r => Candidates.Hash('f', rows[r].Text(0)));
    }

    /// <summary>The pairs that share a blocking key.</summary>
    public Candidates Candidates { get; }

    /// <summary>Scores pairs; throws where the model was not trained.</summary>
    public Scorer<Row> Scorer() => new(comparisons, model.Weights ?? throw new InvalidDataException("The model has no weights yet: train it first."));

    /// <summary>The model with weights found without labels.</summary>
    public GeneralModel Train() => model with { Weights = FitEm.Fit(comparisons, rows, Candidates.All()) };

    /// <summary>The model with weights fitted to labels: which thing each row names.</summary>
    public GeneralModel Train(IReadOnlyList<string> truth)
    {
        var pairs = Candidates.All().Select(p => (rows[p.A], rows[p.B], truth[p.A] == truth[p.B])).ToList();
        return model with { Weights = FitLabels.Fit(comparisons, pairs) };
    }

    /// <summary>The cluster of each row, named by its first row, with the joins that led to it.</summary>
    public (int[] Clusters, IReadOnlyList<Join> Joins) Run(Action<Edge>? pair = null)
    {
        var scorer = Scorer();
        double Score(int a, int b) => scorer.Score(rows[a], rows[b]);
        var edges = Candidates.Edges(Score, Floor);
        foreach (var edge in pair is null ? [] : edges)
        {
            pair!(edge);
        }

        var joins = new List<Join>();
        return (Clusterer.Join(rows.Count, edges, Score, model.Weights!.Threshold, joined: joins.Add), joins);
    }

    private static List<ulong> Keys(Row row, (int Column, string Form)[][] keys)
    {
        var found = new List<ulong>(keys.Length);
        for (var k = 0; k < keys.Length; k++)
        {
            var key = (ulong)k + 1;
            foreach (var (column, form) in keys[k])
            {
                var text = row.Text(column);
                text = form.Length == 0 ? text : form == "sound" ? Spelling.Key(text.Replace(" ", "", StringComparison.Ordinal)) : text[..Math.Min(text.Length, int.Parse(form, System.Globalization.CultureInfo.InvariantCulture))];
                if (text.Length == 0)
                {
                    key = 0;
                    break;
                }

                key = Candidates.Mix(key, Candidates.Hash('k', text));
            }

            if (key != 0)
            {
                found.Add(key);
            }
        }

        return found;
    }

    private static (int Column, string Form) KeyPart(string part, Dictionary<string, int> columns)
    {
        var colon = part.IndexOf(':', StringComparison.Ordinal);
        var (column, form) = colon < 0 ? (part, "") : (part[..colon], part[(colon + 1)..]);
        if (!columns.TryGetValue(column, out var at))
        {
            throw new ArgumentException($"The list has no column \"{column}\", which the model blocks on.", nameof(columns));
        }

        return form.Length == 0 || form == "sound" || int.TryParse(form, System.Globalization.CultureInfo.InvariantCulture, out _)
            ? (at, form)
            : throw new ArgumentException($"The blocking key \"{part}\" is not understood: write a column, column:3 or column:sound.", nameof(part));
    }
}

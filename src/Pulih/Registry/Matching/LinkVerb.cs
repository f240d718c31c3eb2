using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Linkage.Clustering;
using Linkage.General;
using Linkage.Scoring;
using Linkage.Umkm;
using Pulih.Platform.Web;

namespace Pulih.Registry.Matching;

/// <summary><c>link</c>: which rows of a list are the same, without a database.</summary>
internal static class LinkVerb
{
    private const int MostReasons = 12;

    public static Command Build()
    {
        var list = new Argument<string>("RECORDS.csv") { Description = "The list; it has a column record_id." };
        var to = new Option<string>("--out") { Description = "Where the clusters go.", Required = true };
        var pairs = new Option<string?>("--pairs") { Description = "Where the scored pairs go, with their reasons." };
        var model = new Option<string?>("--model") { Description = "A model made by train; without one the list is taken as one of small businesses." };
        var command = new Command("link", "Tells which rows of a list are one owner and one business.") { list, to, pairs, model };
        command.SetAction((call, cancel) => Guarded(call, async (output, progress) =>
        {
            var clock = Stopwatch.StartNew();
            void Begun(string step) => progress.WriteLine(FormattableString.Invariant($"{clock.Elapsed.TotalSeconds,7:F1} s  {step}"));
            Begun("reading");
            var path = call.GetRequiredValue(list);
            await using var scored = call.GetValue(pairs) is { } told ? new StreamWriter(told) : null;
            var text = call.GetValue(model) is { } made ? await File.ReadAllTextAsync(made, cancel) : null;
            var lines = text is null || !IsGeneral(text)
                ? Umkm(await UmkmRows.Read(path, cancel), text is null ? UmkmModel.Default : ModelFile.Read<UmkmModel>(text), scored, output, Begun)
                : General(await ListFile.Read(path, cancel), ModelFile.Read<GeneralModel>(text), scored, output, Begun);
            await File.WriteAllLinesAsync(call.GetRequiredValue(to), lines, cancel);
        }));
        return command;
    }

    /// <summary>Carries a verb out; what is wrong with its files is one sentence and the answer 2.</summary>
    public static async Task<int> Guarded(ParseResult call, Func<TextWriter, TextWriter, Task> act)
    {
        try
        {
            await act(call.InvocationConfiguration.Output, call.InvocationConfiguration.Error);
            return 0;
        }
        catch (Exception trouble) when (trouble is InvalidDataException or ArgumentException or IOException or UnauthorizedAccessException or JsonException)
        {
            await call.InvocationConfiguration.Error.WriteLineAsync(trouble.Message);
            return 2;
        }
    }

    /// <summary>Whether a model file is one for any columns.</summary>
    public static bool IsGeneral(string text) => text.Contains("\"compare\"", StringComparison.Ordinal);

    private static IEnumerable<string> Umkm(IReadOnlyList<UmkmRecord> records, UmkmModel model, StreamWriter? pairs, TextWriter output, Action<string> begun)
    {
        var (question, before) = ("owner", (Scorer<UmkmRecord>?)null);
        pairs?.WriteLine("question,record_a,record_b,probability,bits,reasons");
        var link = new LinkUmkm(records, begun)
        {
            Scored = pairs is null ? null : (scorer, edge) =>
            {
                question = before is null || ReferenceEquals(before, scorer) ? question : "business";
                before = scorer;
                var (a, b) = (records[edge.A], records[edge.B]);
                pairs.WriteLine(FormattableString.Invariant($"{question},{Cell(a.Id)},{Cell(b.Id)},{Scorer<int>.Probability(edge.Score):F4},{edge.Score:F2},{Cell(Words(scorer.Explain(a, b)))}"));
            },
        };
        var found = link.Run(model);
        Say(output, records.Count, link.Split, link.PassedOver);
        Say(output, "owners", found.Owners, found.OwnerCount);
        Say(output, "businesses", found.Businesses, found.BusinessCount);
        return records.Select((r, i) => $"{Cell(r.Id)},{Cell(records[found.Businesses[i]].Id)},{Cell(records[found.Owners[i]].Id)}").Prepend("record_id,business_cluster,owner_cluster");
    }

    private static IEnumerable<string> General(ListFile file, GeneralModel model, StreamWriter? pairs, TextWriter output, Action<string> begun)
    {
        var id = file.Column(model.Id);
        var rows = file.Rows.Select(r => new Row(r[id], r)).ToList();
        var link = new LinkRows(file.Columns, rows, model);
        begun($"comparing {rows.Count} rows");
        var scorer = link.Scorer();
        pairs?.WriteLine("record_a,record_b,probability,bits,reasons");
        var (clusters, joins) = link.Run(pairs is null ? null : edge => pairs.WriteLine(FormattableString.Invariant(
            $"{Cell(rows[edge.A].Id)},{Cell(rows[edge.B].Id)},{Scorer<int>.Probability(edge.Score):F4},{edge.Score:F2},{Cell(Words(scorer.Explain(rows[edge.A], rows[edge.B])))}")));
        Say(output, rows.Count, link.Candidates.Split, link.Candidates.PassedOver);
        Say(output, "clusters", clusters, Count.Of(clusters.Distinct().Count(), joins, model.Weights!.Joins));
        return rows.Select((r, i) => $"{Cell(r.Id)},{Cell(rows[clusters[i]].Id)}").Prepend("record_id,cluster");
    }

    private static void Say(TextWriter output, int rows, int split, int passedOver) =>
        output.WriteLine(FormattableString.Invariant($"{rows} rows; {split} keys stood on too many rows and were split, {passedOver} were passed over even then"));

    private static void Say(TextWriter output, string what, int[] clusters, Count count) =>
        output.WriteLine(FormattableString.Invariant($"{clusters.Distinct().Count()} {what}; estimate {count.Estimate:F0}, range {count.Low:F0}–{count.High:F0}"));

    private static string Words(IReadOnlyList<Reason> reasons) =>
        string.Join("; ", reasons.Take(MostReasons).Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Comparison}: {r.Level} {r.Bits:+0.0;-0.0}")));

    private static string Cell(string text) => text.AsSpan().IndexOfAny(",\"\n\r") >= 0 ? CsvFile.Quoted(text) : text;
}

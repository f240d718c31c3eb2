using System.CommandLine;
using Linkage.General;
using Linkage.Scoring;
using Linkage.Umkm;

namespace Pulih.Registry.Matching;

/// <summary><c>train</c>: the parameters of a model from a list, with or without labels.</summary>
internal static class TrainVerb
{
    public static Command Build()
    {
        var list = new Argument<string>("RECORDS.csv") { Description = "The list to learn from." };
        var truth = new Option<string?>("--truth") { Description = "Labels: record_id with business_id and owner_id, or with one other column." };
        var model = new Option<string>("--model") { Description = "The model file; where it exists, its columns, comparisons and keys are kept.", Required = true };
        var command = new Command("train", "Estimates a model's parameters.") { list, truth, model };
        command.SetAction((call, cancel) => LinkVerb.Guarded(call, async (output, progress) =>
        {
            progress.WriteLine("reading");
            var file = await ListFile.Read(call.GetRequiredValue(list), cancel);
            var labels = call.GetValue(truth) is { } path ? await ListFile.Read(path, cancel) : null;
            var to = call.GetRequiredValue(model);
            var before = File.Exists(to) ? await File.ReadAllTextAsync(to, cancel) : null;
            progress.WriteLine("training");
            var isUmkm = before is null ? file.Columns.Contains("owner_name", StringComparer.OrdinalIgnoreCase) || file.Columns.Contains("business_name", StringComparer.OrdinalIgnoreCase) : !LinkVerb.IsGeneral(before);
            await File.WriteAllTextAsync(to, isUmkm ? ModelFile.Write(Umkm(file, labels)) : ModelFile.Write(General(file, labels, before)), cancel);
            output.WriteLine($"{to} holds a model from {file.Rows.Count} rows {(labels is null ? "without" : "with")} labels.");
        }));
        return command;
    }

    private static UmkmModel Umkm(ListFile file, ListFile? labels)
    {
        var records = UmkmRows.Of(file);
        return labels is null
            ? TrainUmkm.WithoutLabels(records)
            : TrainUmkm.FromLabels(records, Labels(labels, "owner_id", records.Select(r => r.Id)), Labels(labels, "business_id", records.Select(r => r.Id)));
    }

    private static GeneralModel General(ListFile file, ListFile? labels, string? before)
    {
        var name = before is null ? file.Columns.Contains("record_id", StringComparer.Ordinal) ? "record_id" : file.Columns[0] : ModelFile.Read<GeneralModel>(before).Id;
        var id = file.Column(name);
        var rows = file.Rows.Select(r => new Row(r[id], r)).ToList();
        var others = Enumerable.Range(0, file.Columns.Count).Where(c => c != id).ToArray();
        var model = before is not null ? ModelFile.Read<GeneralModel>(before)
            : GuessModel.Of([.. others.Select(c => file.Columns[c])], [.. file.Rows.Take(2_000).Select(r => new Row(r[id], others.Select(c => r[c])))], name);
        var link = new LinkRows(file.Columns, rows, model);
        return labels is null ? link.Train() : link.Train(Labels(labels, labels.Columns.First(c => !string.Equals(c, name, StringComparison.OrdinalIgnoreCase)), rows.Select(r => r.Id)));
    }

    private static List<string> Labels(ListFile labels, string column, IEnumerable<string> ids)
    {
        var (id, of) = (labels.Column(labels.Columns.Contains("record_id", StringComparer.OrdinalIgnoreCase) ? "record_id" : labels.Columns[0]), labels.Column(column));
        var known = labels.Rows.DistinctBy(r => r[id]).ToDictionary(r => r[id], r => r[of], StringComparer.Ordinal);
        return [.. ids.Select(i => known.TryGetValue(i, out var label) ? label : throw new InvalidDataException($"The labels have no row {i}."))];
    }
}

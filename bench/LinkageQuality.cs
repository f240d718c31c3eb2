using System.Diagnostics;
using System.Runtime.CompilerServices;
using Linkage.Blocking;
using Linkage.Clustering;
using Linkage.Umkm;
using Pulih.Registry.Matching;

namespace Pulih.Bench;

/// <summary>How well a labelled list is clustered by models trained on the other half of it: precision, recall and F1 of pairs, counts and their stated range, at several thresholds.</summary>
internal static class LinkageQuality
{
    private static readonly double[] Thresholds = [-3, -2, -1.5, -1, 0, 1, 2];

    public static async Task<int> Run(Options options)
    {
        var folder = options.Text("data", Here());
        var list = await ListFile.Read(Path.Combine(folder, "records.csv"), default);
        var labels = await ListFile.Read(Path.Combine(folder, "truth.csv"), default);
        var truth = labels.Rows.ToDictionary(r => r[labels.Column("record_id")], r => (Business: r[labels.Column("business_id")], Owner: r[labels.Column("owner_id")]), StringComparer.Ordinal);
        if (options.Text("model", "halves") == "shipped")
        {
            // The model as it travels with the library, on a list it has never seen.
            Say("", UmkmRows.Of(list), UmkmModel.Default, truth);
            return 0;
        }

        var half = Halves(truth);
        for (var test = 0; test < 2; test++)
        {
            // Standardised anew, because a row knows its place among those it is linked with.
            var (learnt, unseen) = (UmkmRows.Of(list).Where(r => half[r.Id] != test).ToList(), UmkmRows.Of(list).Where(r => half[r.Id] == test).ToList());
            var model = TrainUmkm.FromLabels(learnt, [.. learnt.Select(r => truth[r.Id].Owner)], [.. learnt.Select(r => truth[r.Id].Business)]);
            Console.WriteLine($"trained on {learnt.Count} rows, tested on the other {unseen.Count}");
            foreach (var threshold in Thresholds)
            {
                Say($"threshold {threshold}", unseen, new(model.Owner with { Threshold = threshold }, model.Business with { Threshold = threshold }), truth);
            }
        }

        return 0;
    }

    private static void Say(string what, IReadOnlyList<UmkmRecord> rows, UmkmModel model, Dictionary<string, (string Business, string Owner)> truth)
    {
        var clock = Stopwatch.StartNew();
        var found = new LinkUmkm(rows).Run(model);
        Console.WriteLine($"{what,16}  {clock.Elapsed.TotalSeconds:F1} s");
        Console.WriteLine($"      owners      {Figures(found.Owners, [.. rows.Select(r => truth[r.Id].Owner)], found.OwnerCount)}");
        Console.WriteLine($"      businesses  {Figures(found.Businesses, [.. rows.Select(r => truth[r.Id].Business)], found.BusinessCount)}");
    }

    // Rows that share an owner or a business stay on one side, so that nothing of the test half was seen in training.
    private static Dictionary<string, int> Halves(Dictionary<string, (string Business, string Owner)> truth)
    {
        var up = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (business, owner) in truth.Values)
        {
            var (a, b) = (Root(business), Root(owner));
            up[a] = b;
        }

        return truth.ToDictionary(t => t.Key, t => (int)(Candidates.Hash('h', Root(t.Value.Owner)) % 2), StringComparer.Ordinal);

        string Root(string id)
        {
            while (up.TryGetValue(id, out var next) && next != id)
            {
                id = next;
            }

            return id;
        }
    }

    private static string Figures(int[] clusters, string[] truth, Count count)
    {
        var found = Pairs(clusters.GroupBy(c => c).Select(g => g.LongCount()));
        var real = Pairs(truth.GroupBy(t => t, StringComparer.Ordinal).Select(g => g.LongCount()));
        var both = Pairs(clusters.Zip(truth).GroupBy(p => p).Select(g => g.LongCount()));
        var (made, there) = (clusters.Distinct().Count(), truth.Distinct(StringComparer.Ordinal).Count());
        return FormattableString.Invariant($"precision {both / found:F4} recall {both / real:F4} F1 {2 * both / (found + real):F4}, {made} of {there} ({100.0 * (made - there) / there:+0.00;-0.00} %), stated {count.Low:F0}–{count.High:F0}");
    }

    private static double Pairs(IEnumerable<long> sizes) => sizes.Sum(n => n * (n - 1) / 2.0);

    private static string Here([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "data", "linkage-dev");
}

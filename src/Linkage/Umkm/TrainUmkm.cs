using Linkage.Clustering;
using Linkage.Scoring;
using Linkage.Training;

namespace Linkage.Umkm;

/// <summary>Estimates the two models of a list of small businesses.</summary>
public static class TrainUmkm
{
    // A wrong join hides a business and a missed one counts it twice: here the two balance nearly, with precision still
    // above 0.96, on either half of the development list (bench/README.md has the whole curve).
    private const double OwnerThreshold = -2;
    private const double BusinessThreshold = -1.5;

    /// <summary>From labels: which owner and which business each row names.</summary>
    public static UmkmModel FromLabels(IReadOnlyList<UmkmRecord> records, IReadOnlyList<string> owners, IReadOnlyList<string> businesses)
    {
        var link = new LinkUmkm(records);
        var owner = FitLabels.Fit(link.OwnerComparisons(), Labelled(link.Candidates.All(), owners)) with { Threshold = OwnerThreshold };
        var (found, ownerJoins) = link.Owners(owner);
        owner = owner with { Joins = FitJoins.Fit(ownerJoins, Count(found), owners) };

        // Rows of one owner are compared as businesses even where no key brought them together.
        var pairs = link.Near.Select(e => (e.A, e.B)).Union(Within(found)).Order().ToList();
        var compared = link.BusinessComparisons(found);
        var business = FitLabels.Fit(compared, Labelled(pairs, businesses)) with { Threshold = BusinessThreshold };
        var (clusters, businessJoins) = link.Businesses(business, found);
        return new(owner, business with { Joins = FitJoins.Fit(businessJoins, Count(clusters), businesses), Anchored = link.Shown(compared, business, found) });

        IReadOnlyList<(UmkmRecord, UmkmRecord, bool)> Labelled(IReadOnlyList<(int A, int B)> pairs, IReadOnlyList<string> truth) =>
            [.. pairs.Select(p => (records[p.A], records[p.B], truth[p.A] == truth[p.B]))];
    }

    /// <summary>The same model moved by what people decided of pairs it was unsure about; see <see cref="FitLabels.Improve"/>.</summary>
    /// <param name="before">The model so far; its owners stay as they are.</param>
    /// <param name="decided">Pairs, and whether they are one business.</param>
    /// <param name="counted">Rows by which it is told how rare a name is.</param>
    public static UmkmModel FromDecisions(UmkmModel before, IReadOnlyCollection<UmkmRecord> counted, IReadOnlyList<(UmkmRecord A, UmkmRecord B, bool Same)> decided) =>
        before with { Business = FitLabels.Improve(before.Business, UmkmQuestions.Counted(counted, before.Owner).Business, decided) };

    /// <summary>Without labels, by expectation maximisation; where labels can be had they do much better for businesses.</summary>
    public static UmkmModel WithoutLabels(IReadOnlyList<UmkmRecord> records)
    {
        var link = new LinkUmkm(records);
        var owner = FitEm.Fit(link.OwnerComparisons(), records, link.Candidates.All());
        var (found, _) = link.Owners(owner);
        return new(owner, FitEm.Fit(link.BusinessComparisons(found), records, [.. link.Near.Select(e => (e.A, e.B)).Union(Within(found)).Order()]));
    }

    private static int Count(int[] clusters) => clusters.Distinct().Count();

    private static IEnumerable<(int A, int B)> Within(int[] clusters) =>
        Enumerable.Range(0, clusters.Length).GroupBy(i => clusters[i]).SelectMany(g => g.SelectMany(b => g.TakeWhile(a => a < b).Select(a => (a, b))));
}

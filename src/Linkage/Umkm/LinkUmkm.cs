using Linkage.Blocking;
using Linkage.Clustering;
using Linkage.Comparing;
using Linkage.Scoring;
using Linkage.Standardising;

namespace Linkage.Umkm;

/// <summary>The two models a list of small businesses is linked with.</summary>
public sealed record UmkmModel(Model Owner, Model Business)
{
    /// <summary>The model that travels with the library; bench/README.md says what it was trained on and how well it does elsewhere.</summary>
    public static UmkmModel Default { get; } = ModelFile.Read<UmkmModel>(Words.Resource("umkm.json"));
}

/// <summary>Which rows are one owner and which are one business; each cluster is named by its first row.</summary>
public sealed record UmkmClusters(int[] Owners, int[] Businesses)
{
    /// <summary>Joins made and nearly made, for the range of the counts.</summary>
    public required IReadOnlyList<Join> OwnerJoins { get; init; }

    /// <summary>Joins made and nearly made, for the range of the counts.</summary>
    public required IReadOnlyList<Join> BusinessJoins { get; init; }
}

/// <summary>Links a list of small businesses: first owners, then, knowing them, businesses.</summary>
public sealed class LinkUmkm
{
    // Pairs that are less likely than one in sixteen are no reason to put two rows into one group.
    private const double Floor = -4;

    private readonly IReadOnlyList<UmkmRecord> records;
    private readonly Candidates candidates;

    /// <summary>Finds the pairs worth comparing.</summary>
    public LinkUmkm(IReadOnlyList<UmkmRecord> records)
    {
        this.records = records;
        candidates = new(records.Count, r => UmkmQuestions.Keys(records[r]), r => UmkmQuestions.Splitter(records[r]));
        for (var i = 0; i < records.Count; i++)
        {
            records[i].Row = i;
        }
    }

    /// <summary>Told of every pair that may be the same, with what explains its score: first for owners, then for businesses.</summary>
    public Action<Scorer<UmkmRecord>, Edge>? Scored { get; init; }

    /// <summary>The pairs that share a blocking key.</summary>
    public Candidates Candidates => candidates;

    /// <summary>The comparisons of the owner question, counted over these records.</summary>
    public IReadOnlyList<RecordComparison<UmkmRecord>> OwnerComparisons() => Counted(UmkmQuestions.Owner());

    /// <summary>The comparisons of the business question, counted over these records, when the owners are known.</summary>
    public IReadOnlyList<RecordComparison<UmkmRecord>> BusinessComparisons(int[] owners) => Counted(UmkmQuestions.Business((a, b) => owners[a.Row] == owners[b.Row]));

    /// <summary>Answers both questions.</summary>
    public UmkmClusters Run(UmkmModel model)
    {
        var (owners, ownerJoins) = Owners(model.Owner);
        var (businesses, businessJoins) = Businesses(model.Business, owners);
        return new(owners, businesses) { OwnerJoins = ownerJoins, BusinessJoins = businessJoins };
    }

    /// <summary>The owner of each row.</summary>
    public (int[] Clusters, List<Join> Joins) Owners(Model model) =>
        Join(new Scorer<UmkmRecord>(OwnerComparisons(), model), model.Threshold, UmkmQuestions.AreTwoOwners);

    /// <summary>The business of each row.</summary>
    public (int[] Clusters, List<Join> Joins) Businesses(Model model, int[] owners) =>
        Join(new Scorer<UmkmRecord>(BusinessComparisons(owners), model), model.Threshold, UmkmQuestions.AreTwoBusinesses);

    private (int[] Clusters, List<Join> Joins) Join(Scorer<UmkmRecord> scorer, double threshold, Func<UmkmRecord, UmkmRecord, bool> forbidden)
    {
        var joins = new List<Join>();
        double Score(int a, int b) => scorer.Score(records[a], records[b]);
        var edges = candidates.Edges(Score, Floor);
        foreach (var edge in Scored is null ? [] : edges)
        {
            Scored!(scorer, edge);
        }

        var clusters = Clusterer.Join(records.Count, edges, Score, threshold, (a, b) => forbidden(records[a], records[b]), joins.Add);
        return (clusters, joins);
    }

    private IReadOnlyList<RecordComparison<UmkmRecord>> Counted(IReadOnlyList<RecordComparison<UmkmRecord>> comparisons)
    {
        foreach (var comparison in comparisons)
        {
            comparison.Count(records);
        }

        return comparisons;
    }
}

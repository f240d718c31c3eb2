using Linkage.Blocking;
using Linkage.Clustering;
using Linkage.Comparing;
using Linkage.Scoring;
using Linkage.Standardising;
using Linkage.Training;

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
    /// <summary>How many different owners there are, with a range.</summary>
    public required Count OwnerCount { get; init; }

    /// <summary>How many different businesses there are, with a range.</summary>
    public required Count BusinessCount { get; init; }
}

/// <summary>Links a list of small businesses: first owners, then, knowing them, businesses.</summary>
public sealed class LinkUmkm
{
    // Pairs that are less likely than one in sixteen are no reason to put two rows into one group.
    private const double Floor = -4;

    // Rows that are less likely one owner's than this are no couple either, and so not one business.
    private const double Stranger = -9;
    private const int EnoughRows = 50_000;
    private const int MostNames = 5;

    private readonly IReadOnlyList<UmkmRecord> records;
    private Candidates? candidates;
    private readonly Action<string> begun;
    private IReadOnlyList<Edge> near = [];
    private double unlike;

    /// <summary>Finds the pairs worth comparing.</summary>
    /// <param name="records">The rows; a number under many names is taken out of them.</param>
    /// <param name="begun">Told of each step of the work as it begins, in words.</param>
    public LinkUmkm(IReadOnlyList<UmkmRecord> records, Action<string>? begun = null)
    {
        this.begun = begun ?? (_ => { });
        this.records = records;
        ForgetShared(r => r.Nik, r => r.Nik = null);
        ForgetShared(r => r.Nib, r => r.Nib = null);
        for (var i = 0; i < records.Count; i++)
        {
            records[i].Row = i;
        }
    }

    /// <summary>Told of every pair that may be the same, with what explains its score: first for owners, then for businesses.</summary>
    public Action<Scorer<UmkmRecord>, Edge>? Scored { get; init; }

    /// <summary>The pairs that share a blocking key.</summary>
    public Candidates Candidates
    {
        get
        {
            if (candidates is null)
            {
                begun("finding the pairs worth comparing");
                candidates = new(records.Count, r => UmkmQuestions.Keys(records[r]), r => UmkmQuestions.Splitter(records[r]));
                (Split, PassedOver) = (candidates.Split, candidates.PassedOver);
            }

            return candidates;
        }
    }

    /// <summary>Keys on too many rows, whose rows were split by a second key.</summary>
    public int Split { get; private set; }

    /// <summary>Blocks that were too large even then.</summary>
    public int PassedOver { get; private set; }

    /// <summary>The comparisons of the owner question, counted over these records.</summary>
    public IReadOnlyList<RecordComparison<UmkmRecord>> OwnerComparisons() => Counted(UmkmQuestions.Owner());

    /// <summary>The comparisons of the business question, counted over these records, when the owners are known.</summary>
    public IReadOnlyList<RecordComparison<UmkmRecord>> BusinessComparisons(int[] owners) => Counted(UmkmQuestions.Business((a, b) => owners[a.Row] == owners[b.Row]));

    /// <summary>Answers both questions.</summary>
    public UmkmClusters Run(UmkmModel model)
    {
        var (owners, ownerJoins) = Owners(model.Owner);
        var (businesses, businessJoins) = Businesses(model.Business, owners);
        return new(owners, businesses)
        {
            OwnerCount = Count.Of(owners.Distinct().Count(), ownerJoins, model.Owner.Joins),
            BusinessCount = Count.Of(businesses.Distinct().Count(), businessJoins, model.Business.Joins, unlike),
        };
    }

    /// <summary>The owner of each row.</summary>
    public (int[] Clusters, List<Join> Joins) Owners(Model model)
    {
        var pairs = Candidates;
        begun("comparing owners");
        var scorer = new Scorer<UmkmRecord>(OwnerComparisons(), model);
        near = pairs.Edges((a, b) => scorer.Score(records[a], records[b]), Stranger);
        candidates = null; // A large list's keys take much room, and all that is worth comparing is known.
        return Join(scorer, [.. near.Where(e => e.Score > Floor)], model.Threshold, UmkmQuestions.AreTwoOwners);
    }

    /// <summary>The pairs worth comparing as businesses, when the owners have been compared.</summary>
    internal IReadOnlyList<Edge> Near => near;

    /// <summary>The business of each row, by the model moved to what this list shows; owners first.</summary>
    public (int[] Clusters, List<Join> Joins) Businesses(Model model, int[] owners)
    {
        begun("measuring what the list shows of its businesses");
        var comparisons = BusinessComparisons(owners);
        var moved = model;
        if (model.Anchored is { } trained && Shown(comparisons, model, owners) is { } here)
        {
            moved = here.Move(model, trained);
            unlike = Math.Abs(here.Share - trained.Share);
        }

        begun($"comparing the businesses of {near.Count} pairs of rows");
        var scorer = new Scorer<UmkmRecord>(comparisons, moved);
        var edges = near.ToArray();
        Parallel.For(0, edges.Length, i => edges[i] = edges[i] with { Score = (float)scorer.Score(records[edges[i].A], records[edges[i].B]) });
        return Join(scorer, Array.FindAll(edges, e => e.Score > Floor), model.Threshold, UmkmQuestions.AreTwoBusinesses, UmkmQuestions.TellsOfBusinesses);
    }

    /// <summary>What this list shows of itself by those pairs of one owner that both have a business's name or number.</summary>
    internal Anchored? Shown(IReadOnlyList<RecordComparison<UmkmRecord>> comparisons, Model model, int[] owners)
    {
        var pairs = near.Where(e => owners[e.A] == owners[e.B] && IsSampled(e.A, e.B)).Select(e => comparisons.Select(c => c.Compare(records[e.A], records[e.B])).ToArray());
        return Anchored.In(comparisons, model, [.. pairs], name => name is "business_name" or "nib");
    }

    // A share of a large list's pairs shows as much.
    private bool IsSampled(int a, int b) => records.Count <= EnoughRows || Candidates.Mix((ulong)a, (ulong)b) % (ulong)records.Count < EnoughRows;

    // A number under many names is a placeholder or a helper's own: nobody is known by it.
    private void ForgetShared(Func<UmkmRecord, string?> number, Action<UmkmRecord> forget)
    {
        foreach (var rows in records.Where(r => number(r) is not null).GroupBy(r => number(r)!, StringComparer.Ordinal).Where(g => g.Skip(MostNames).Any()))
        {
            if (rows.Where(r => !r.Owner.IsEmpty).Select(r => r.Owner.Parts[0].Key).Distinct(StringComparer.Ordinal).Skip(MostNames).Any())
            {
                rows.ToList().ForEach(forget);
            }
        }
    }

    private (int[] Clusters, List<Join> Joins) Join(Scorer<UmkmRecord> scorer, IReadOnlyList<Edge> edges, double threshold, Func<UmkmRecord, UmkmRecord, bool> forbidden, Func<UmkmRecord, UmkmRecord, float>? tells = null)
    {
        var joins = new List<Join>();
        double Score(int a, int b) => scorer.Score(records[a], records[b]);
        foreach (var edge in Scored is null ? [] : edges)
        {
            Scored!(scorer, edge);
        }

        begun("grouping");
        var clusters = Clusterer.Join(records.Count, edges, Score, threshold, (a, b) => forbidden(records[a], records[b]), joins.Add,
            tells is null ? null : (a, b) => tells(records[a], records[b]));
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

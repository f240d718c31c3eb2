using Linkage.Scoring;
using Linkage.Umkm;

namespace Linkage.LookingUp;

/// <summary>Where known rows are found by blocking key: in memory, or in a database that keeps the keys beside the rows.</summary>
public interface IKnownRows
{
    /// <summary>The rows that have at least one of these keys, each once; what has more rows than a look-up can compare is left out.</summary>
    IEnumerable<UmkmRecord> With(IReadOnlyCollection<ulong> keys);
}

/// <summary>A known row that may be the one looked for.</summary>
/// <param name="Row">The known row.</param>
/// <param name="Owner">log2 odds that the owner is the same.</param>
/// <param name="Business">log2 odds that the business is the same.</param>
public sealed record Match(UmkmRecord Row, double Owner, double Business);

/// <summary>Looks a new row up among the known ones, without linking all of them again.</summary>
public sealed class LookUp(IKnownRows known, Scorer<UmkmRecord> owner, Scorer<UmkmRecord> business)
{
    private const double Floor = -8;

    /// <summary>A look-up whose rarities are counted over these rows.</summary>
    public static LookUp In(IKnownRows known, IReadOnlyCollection<UmkmRecord> counted, UmkmModel model)
    {
        var (owner, business) = UmkmQuestions.Counted(counted, model.Owner);
        return new(known, owner, new Scorer<UmkmRecord>(business, model.Business));
    }

    /// <summary>The keys under which a row is to be kept so that a look-up finds it.</summary>
    public static IReadOnlyCollection<ulong> Keys(UmkmRecord row) => UmkmQuestions.Keys(row);

    /// <summary>Known rows that may name the same owner or business, the likeliest business first.</summary>
    public IReadOnlyList<Match> Find(UmkmRecord row) => Among(row, known.With(UmkmQuestions.Keys(row)));

    /// <summary>The same among rows that somebody else has found by their keys.</summary>
    public IReadOnlyList<Match> Among(UmkmRecord row, IEnumerable<UmkmRecord> candidates) =>
        [.. candidates.Select(k => new Match(k, owner.Score(row, k), business.Score(row, k)))
            .Where(m => m.Owner > Floor || m.Business > Floor).OrderByDescending(m => m.Business).ThenByDescending(m => m.Owner)];

    /// <summary>log2 odds that the two businesses are one.</summary>
    public double Business(UmkmRecord a, UmkmRecord b) => business.Score(a, b);

    /// <summary>Why the two businesses may be one.</summary>
    public IReadOnlyList<Reason> WhyBusiness(UmkmRecord a, UmkmRecord b) => business.Explain(a, b);

    /// <summary>Why the two owners may be one.</summary>
    public IReadOnlyList<Reason> WhyOwner(UmkmRecord a, UmkmRecord b) => owner.Explain(a, b);
}

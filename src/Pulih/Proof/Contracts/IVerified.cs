using Pulih.Platform.Storage;

namespace Pulih.Proof.Contracts;

/// <summary>What is verified: businesses counted as trained, each once and with its evidence.</summary>
public interface IVerified
{
    /// <summary>The figures of one programme, or of the nation with <see cref="VerifiedFigures.Nation"/>. Costs the same whatever their size.</summary>
    Task<VerifiedFigures> Of(PulihDb db, Guid programmeId, CancellationToken cancel);
}

/// <summary>
/// Verified figures up to the business counted last. A business trained by several partners of a programme is one in
/// the total and one for each of them, so the partners may add up to more than the total.
/// </summary>
/// <param name="AsOf">When the last business in these figures was counted; null before the first.</param>
/// <param name="ByMonth">By the month of completion in western Indonesia, named by its first day; the oldest first.</param>
/// <param name="ByProvince">By the two digits of the province's Kemendagri code.</param>
public sealed record VerifiedFigures(
    long Total,
    DateTime? AsOf,
    IReadOnlyList<(DateOnly Month, long Count)> ByMonth,
    IReadOnlyDictionary<string, long> ByProvince,
    IReadOnlyDictionary<Guid, long> ByPartner,
    long Women)
{
    /// <summary>Stands for all programmes together, where a business counts once.</summary>
    public static readonly Guid Nation = Guid.Empty;

    /// <summary>Which partners trained the same businesses, counted again within half a minute of a change; the most frequent first.</summary>
    public IReadOnlyList<SharedBusinesses> Shared { get; init; } = [];
}

/// <summary>How many businesses exactly these partners have trained, each of them; two partners at least.</summary>
public sealed record SharedBusinesses(IReadOnlyList<Guid> Partners, long Count);

using Pulih.Platform.Storage;

namespace Pulih.Participation.Contracts;

/// <summary>What an entry link <c>/go/{code}</c> carries: the cohort people come into, the partner who brings them, and from where.</summary>
public sealed record ReferralInfo(string Code, Guid ProgrammeId, Guid CohortId, Guid PartnerId, string Source);

/// <summary>All entry links at one moment.</summary>
public sealed class ReferralMap(IReadOnlyDictionary<string, ReferralInfo> byCode)
{
    public IReadOnlyCollection<ReferralInfo> All { get; } = [.. byCode.Values.OrderBy(r => r.Code, StringComparer.Ordinal)];

    /// <summary>The link of a code in any case, or null where none has it.</summary>
    public ReferralInfo? Find(string? code) => code is null ? null : byCode.GetValueOrDefault(code.ToUpperInvariant());
}

/// <summary>The entry links of pages, ads, posters and partners.</summary>
public interface IReferrals
{
    /// <summary>The links as they were at most two seconds ago.</summary>
    ValueTask<ReferralMap> Map(CancellationToken cancel);

    /// <summary>Adds a link; its code is 3 to 20 letters, digits and hyphens and is kept in upper case. Never saves.</summary>
    ReferralInfo Add(PulihDb db, ReferralInfo referral);
}

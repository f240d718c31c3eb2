using Pulih.Proof.Contracts;

namespace Pulih.Proof.Credits;

/// <summary>Where a credit may count, and which of a business's credits does: the first in each place.</summary>
internal static class FirstCredits
{
    /// <summary>Its partner in its programme, its programme, the nation.</summary>
    public static IEnumerable<(Guid Programme, Guid Partner)> Places(Guid programme, Guid partner) =>
        [(programme, partner), (programme, Guid.Empty), (VerifiedFigures.Nation, Guid.Empty)];

    public static IEnumerable<(Guid Programme, Guid Partner)> Places(Credit credit) => Places(credit.ProgrammeId, credit.PartnerId);

    /// <summary>The first credit of each place, in the order they were counted.</summary>
    public static IReadOnlyDictionary<(Guid Programme, Guid Partner), Credit> Of(IEnumerable<Credit> inOrder)
    {
        var first = new Dictionary<(Guid, Guid), Credit>();
        foreach (var credit in inOrder)
        {
            foreach (var place in Places(credit))
            {
                first.TryAdd(place, credit);
            }
        }

        return first;
    }
}

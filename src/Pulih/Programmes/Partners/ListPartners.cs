using Pulih.Platform.Accounts;
using Pulih.Programmes.Contracts;

namespace Pulih.Programmes.Partners;

/// <summary>The partners whose officer an account may be.</summary>
internal sealed class ListPartners(IProgrammes programmes) : IPartnerChoices
{
    public async ValueTask<IReadOnlyList<PartnerChoice>> All(CancellationToken cancel) =>
        [.. (await programmes.Map(cancel)).Partners.OrderBy(p => p.Name, StringComparer.CurrentCulture).Select(p => new PartnerChoice(p.Id, p.Name))];
}

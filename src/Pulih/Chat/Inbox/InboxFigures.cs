using Microsoft.Extensions.Localization;
using Pulih.Platform.Accounts;
using Pulih.Platform.Storage;
using Pulih.Platform.Web;

namespace Pulih.Chat.Inbox;

/// <summary>How many messages wait for the operator.</summary>
internal sealed class InboxFigures(IStringLocalizer<Texts> text) : IDeskFigures
{
    public int Order => 30;

    public string Policy => Policies.Operate;

    public async Task<IReadOnlyList<DeskFigure>> Of(PulihDb db, PartnerScope scope, CancellationToken cancel)
    {
        var parked = (await ListParked.Page(db, null, Some.Most + 1, cancel)).Count;
        return [new(text["messages are parked"], Some.Of(parked), ParkedPage.Address, parked > 0)];
    }
}

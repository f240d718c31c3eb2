using Microsoft.Extensions.Localization;
using Pulih.Platform.Accounts;
using Pulih.Platform.Storage;
using Pulih.Platform.Web;

namespace Pulih.Sending.Outbox;

/// <summary>What of the outbox waits for a human.</summary>
internal sealed class OutboxFigures(IStringLocalizer<Texts> text) : IDeskFigures
{
    public int Order => 40;

    public string Policy => Policies.Operate;

    public async Task<IReadOnlyList<DeskFigure>> Of(PulihDb db, PartnerScope scope, CancellationToken cancel)
    {
        var undecided = (await ListOutbox.Page(db, OutboxState.ForOperator, null, Some.Most + 1, cancel)).Count;
        var failed = (await ListOutbox.Page(db, OutboxState.Failed, null, Some.Most + 1, cancel)).Count;
        var queued = (await ListOutbox.Page(db, OutboxState.Queued, null, Some.Most + 1, cancel)).Count;
        return
        [
            new(text["messages wait for your decision"], Some.Of(undecided), $"{OutboxPage.Address}?keadaan={OutboxState.ForOperator}", undecided > 0),
            new(text["messages could not be sent"], Some.Of(failed), $"{OutboxPage.Address}?keadaan={OutboxState.Failed}", failed > 0),
            new(text["messages are about to be sent"], Some.Of(queued), $"{OutboxPage.Address}?keadaan={OutboxState.Queued}"),
        ];
    }
}

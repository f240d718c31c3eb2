using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Chat.Turns;
using Pulih.Platform.Accounts;
using Pulih.Platform.Storage;
using Pulih.Platform.Web;

namespace Pulih.Chat.Takeover;

/// <summary>How many people wait for a human, and how long the first of them has.</summary>
internal sealed class TakeoverFigures(IStringLocalizer<Texts> text, TimeProvider clock) : IDeskFigures
{
    public int Order => 5;

    public string Policy => Policies.Classes;

    public async Task<IReadOnlyList<DeskFigure>> Of(PulihDb db, PartnerScope scope, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var since = await db.Waiting(now).Take(Some.Most + 1).Select(c => c.WaitsSince!.Value).ToListAsync(cancel);
        return since.Count == 0
            ? [new(text["people wait for a human"], "0", WaitingPage.Address)]
            : [new(text["people wait for a human, the first for {0} minutes", (int)(now - since[0]).TotalMinutes], Some.Of(since.Count), WaitingPage.Address, Trouble: true)];
    }
}

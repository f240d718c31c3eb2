using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Platform.Accounts;
using Pulih.Platform.Storage;
using Pulih.Platform.Web;

namespace Pulih.Learning.Tasks;

/// <summary>Tasks that wait for a trainer.</summary>
internal sealed class TaskFigures(IStringLocalizer<Texts> text) : IDeskFigures
{
    public int Order => 26;

    public string Policy => Policies.Classes;

    public async Task<IReadOnlyList<DeskFigure>> Of(PulihDb db, PartnerScope scope, CancellationToken cancel)
    {
        var waiting = await db.Set<HandIn>().Where(h => h.State == HandInState.Waiting).OrderBy(h => h.Id).Take(Some.Most + 1).CountAsync(cancel);
        return [new(text["TasksFigure"], Some.Of(waiting), TasksPage.Address, Trouble: waiting > 0)];
    }
}

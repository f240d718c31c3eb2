using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pulih.Platform.Accounts;
using Pulih.Platform.Storage;

namespace Pulih.Platform.Web;

/// <summary>The desk's start page: what there is today, and what waits for a human.</summary>
[Authorize(Policies.Desk)]
internal sealed class StartPage(PulihDb db, IEnumerable<IDeskFigures> capabilities, IAuthorizationService authorization, TimeProvider clock) : PageModel
{
    public List<DeskFigure> Figures { get; } = [];

    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        foreach (var capability in capabilities.OrderBy(c => c.Order))
        {
            if ((await authorization.AuthorizeAsync(User, capability.Policy)).Succeeded)
            {
                Figures.AddRange(await capability.Of(db, PartnerScope.Of(User), cancel));
            }
        }
    }
}

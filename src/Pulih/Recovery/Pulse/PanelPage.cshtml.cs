using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Accounts;
using Pulih.Platform.Storage;
using Pulih.Registry.Contracts;

namespace Pulih.Recovery.Pulse;

/// <summary>The businesses whose month is not told yet, for who asks them by phone; a partner's officer sees only its own.</summary>
[Authorize(Policies.Participants)]
internal sealed class PanelPage(PulihDb db, IPeople people, IRegions regions, TimeProvider clock) : PageModel
{
    public const string Address = "/desk/pulse";
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public DateOnly Month { get; private set; }

    public IReadOnlyList<WaitingBusiness> Rows { get; private set; } = [];

    public Guid? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Month = Survey.MonthAt(clock.GetUtcNow().UtcDateTime);
        var (month, scope, after) = (Month, PartnerScope.Of(User).PartnerId, After ?? Guid.Empty);
        var open = db.Set<PanelMember>().AsNoTracking().Where(m => m.AskAt != null && (scope == null || m.PartnerId == scope) && m.BusinessId > after);
        var waiting = await open.Where(m => !db.Set<Report>().Any(r => r.BusinessId == m.BusinessId && r.Month == month && r.IsComplete))
            .OrderBy(m => m.BusinessId).Take(PageSize + 1).ToListAsync(cancel);
        Next = waiting.Count > PageSize ? waiting[PageSize - 1].BusinessId : null;
        waiting = [.. waiting.Take(PageSize)];
        var ids = waiting.ConvertAll(m => m.BusinessId);
        var begun = (await db.Set<Report>().Where(r => ids.Contains(r.BusinessId) && r.Month == month).Select(r => r.BusinessId).ToListAsync(cancel)).ToHashSet();
        var owners = await people.Load(db, [.. waiting.Select(m => m.PersonId).Distinct()], cancel);
        Rows = waiting.ConvertAll(m => new WaitingBusiness(m, owners.GetValueOrDefault(m.PersonId)?.Businesses.FirstOrDefault(b => b.Id == m.BusinessId)?.Name ?? "–", regions.Get(m.Province)?.Name ?? "–", begun.Contains(m.BusinessId)));
    }
}

/// <summary>One row of the list.</summary>
internal sealed record WaitingBusiness(PanelMember Member, string Business, string Place, bool Begun);

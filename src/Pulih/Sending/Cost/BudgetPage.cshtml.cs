using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Platform.Accounts;
using Pulih.Platform.Language;
using Pulih.Platform.Storage;
using Pulih.Programmes.Contracts;

namespace Pulih.Sending.Cost;

/// <summary>A programme's budget for messages, with every limit it had and why.</summary>
[Authorize(Policies.Programmes)]
internal sealed class BudgetPage(PulihDb db, IProgrammes programmes, IStringLocalizer<Texts> text, TimeProvider clock) : PageModel
{
    private const int LongestReason = 500;
    private const decimal Most = 1_000_000_000_000m;

    [BindProperty]
    public string? Limit { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public ProgrammeInfo Programme { get; private set; } = null!;
    public Budget Budget { get; private set; } = null!;
    public IReadOnlyList<BudgetChange> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancel) => await Load(code, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancel)
    {
        if (!await Load(code, cancel))
        {
            return NotFound();
        }

        var rupiah = string.IsNullOrWhiteSpace(Limit) ? null : TypedNumber.Of(Limit);
        if (!string.IsNullOrWhiteSpace(Limit) && rupiah is not (>= 0 and <= Most))
        {
            ModelState.AddModelError(nameof(Limit), text["Please write an amount such as 25.000.000 or 25 jt."]);
        }

        if (string.IsNullOrWhiteSpace(Reason) || Reason.Length > LongestReason)
        {
            ModelState.AddModelError(nameof(Reason), text["Please say why, in at most {0} characters.", LongestReason]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        // Only the limit is written: what is held and spent changes under its own lock meanwhile.
        Budget.Limit = (long?)(rupiah * 100);
        db.Add(new BudgetChange { Id = Ids.Next(clock), BudgetId = Budget.Id, Limit = Budget.Limit, Reason = Reason!.Trim(), By = User.Identity!.Name!, At = clock.GetUtcNow().UtcDateTime });
        await db.SaveChangesAsync(cancel);
        return Redirect($"{CostPage.Address}?tersimpan");
    }

    private async Task<bool> Load(string code, CancellationToken cancel)
    {
        if ((await programmes.Map(cancel)).Find(code) is not { } programme)
        {
            return false;
        }

        Programme = programme;
        Budget = await db.Set<Budget>().SingleOrDefaultAsync(b => b.Id == programme.Id, cancel) ?? db.Add(new Budget { Id = programme.Id }).Entity;
        History = await db.Set<BudgetChange>().AsNoTracking().Where(c => c.BudgetId == programme.Id).OrderByDescending(c => c.Id).ToListAsync(cancel);
        return true;
    }
}

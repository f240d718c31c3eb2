using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Platform.Accounts;
using Pulih.Platform.Storage;

namespace Pulih.Programmes.Targets;

[Authorize(Policies.Programmes)]
internal sealed class RaiseTargetPage(PulihDb db, RaiseTarget raise, IStringLocalizer<Texts> text) : PageModel
{
    /// <summary>The number of the target the officer saw when filling the form.</summary>
    [BindProperty]
    public int Number { get; set; }

    [BindProperty]
    public long? Target { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public Programme Programme { get; private set; } = null!;
    public IReadOnlyList<Target> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancel)
    {
        if (!await Load(code, cancel))
        {
            return NotFound();
        }

        Number = History[^1].Number;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancel)
    {
        if (!await Load(code, cancel))
        {
            return NotFound();
        }

        Check();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await raise.To(Programme.Id, Target!.Value, Reason!, User.Identity!.Name!, cancel);
        await db.SaveChangesAsync(cancel);
        return Redirect($"/desk/programmes/{code}?saved");
    }

    private void Check()
    {
        var checks = new Checks(ModelState, text);
        checks.AboveZero(nameof(Target), Target);
        checks.Filled(nameof(Reason), Reason, 500);
        if (Target == History[^1].Count)
        {
            checks.Wrong(nameof(Target), text["This is the target already."]);
        }

        if (Number != History[^1].Number)
        {
            ModelState.AddModelError("", text["Somebody else has just changed this. Please look at it again."]);
            // Otherwise the form would keep the number it was sent with and never be accepted.
            ModelState.Remove(nameof(Number));
            Number = History[^1].Number;
        }
    }

    private async Task<bool> Load(string code, CancellationToken cancel)
    {
        var programme = await db.Set<Programme>().AsNoTracking().SingleOrDefaultAsync(p => p.Code == code, cancel);
        if (programme is null)
        {
            return false;
        }

        Programme = programme;
        History = await db.Set<Target>().AsNoTracking().Where(t => t.ProgrammeId == programme.Id).OrderBy(t => t.Number).ToListAsync(cancel);
        return true;
    }
}

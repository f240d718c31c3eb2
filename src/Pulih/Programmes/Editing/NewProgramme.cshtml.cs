using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Platform.Accounts;
using Pulih.Platform.Storage;

namespace Pulih.Programmes.Editing;

[Authorize(Policies.Programmes)]
internal sealed class NewProgramme(PulihDb db, CreateProgramme create, IStringLocalizer<Texts> text) : PageModel
{
    [BindProperty]
    public string? ProgrammeCode { get; set; }

    [BindProperty]
    public ProgrammeInput Input { get; set; } = new();

    [BindProperty]
    public long? Target { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await Check(cancel);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        create.Of(ProgrammeCode!, Input.Details(), new(Target!.Value, Reason!), User.Identity!.Name!);
        await db.SaveChangesAsync(cancel);
        return Redirect($"/desk/programmes/{ProgrammeCode}?saved");
    }

    private async Task Check(CancellationToken cancel)
    {
        var checks = new Checks(ModelState, text);
        checks.IsCode(nameof(ProgrammeCode), ProgrammeCode);
        Input.Check(checks);
        checks.AboveZero(nameof(Target), Target);
        checks.Filled(nameof(Reason), Reason, 500);
        if (await db.Set<Programme>().AnyAsync(p => p.Code == ProgrammeCode, cancel))
        {
            checks.Wrong(nameof(ProgrammeCode), text["This code is taken. Please choose another one."]);
        }
    }
}

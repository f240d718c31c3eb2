using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Platform.Accounts;
using Pulih.Platform.Storage;

namespace Pulih.Programmes.Editing;

[Authorize(Policies.Programmes)]
internal sealed class EditProgramme(PulihDb db, ChangeProgramme change, IStringLocalizer<Texts> text) : PageModel
{
    [BindProperty]
    public ProgrammeInput Input { get; set; } = new();

    public string Code { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancel)
    {
        if (await Find(code, cancel) is not { } programme)
        {
            return NotFound();
        }

        Input = ProgrammeInput.From(programme);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancel)
    {
        if (await Find(code, cancel) is not { } programme)
        {
            return NotFound();
        }

        Input.Check(new(ModelState, text));
        if (Input.Version != programme.Version)
        {
            ModelState.AddModelError("", text["Somebody else has just changed this. Please look at it again."]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        change.Of(programme, Input.Details());
        await db.SaveChangesAsync(cancel);
        return Redirect($"/desk/programmes/{code}?saved");
    }

    private Task<Programme?> Find(string code, CancellationToken cancel)
    {
        Code = code;
        return db.Set<Programme>().SingleOrDefaultAsync(p => p.Code == code, cancel);
    }
}

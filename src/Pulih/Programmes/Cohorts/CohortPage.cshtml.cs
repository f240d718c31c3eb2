using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Platform.Accounts;
using Pulih.Platform.Storage;
using Pulih.Programmes.Partners;

namespace Pulih.Programmes.Cohorts;

[Authorize(Policies.Programmes)]
internal sealed class CohortPage(PulihDb db, AddCohort add, IStringLocalizer<Texts> text) : PageModel
{
    private Cohort? existing;

    [BindProperty]
    public CohortInput Input { get; set; } = new();

    public bool IsNew => existing is null;
    public Programme Programme { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Partners { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code, string? cohort, CancellationToken cancel)
    {
        if (!await Load(code, cohort, cancel))
        {
            return NotFound();
        }

        Input = existing is null ? new() { Starts = Programme.Starts, Ends = Programme.Ends } : CohortInput.From(existing);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, string? cohort, CancellationToken cancel)
    {
        if (!await Load(code, cohort, cancel))
        {
            return NotFound();
        }

        await Check(cancel);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (existing is null)
        {
            await add.To(Programme.Id, Input.Code!, Input.Details(), cancel);
        }
        else
        {
            await add.Change(existing, Input.Details(), cancel);
        }

        await db.SaveChangesAsync(cancel);
        return Redirect($"/desk/programmes/{code}?saved");
    }

    private async Task Check(CancellationToken cancel)
    {
        var checks = new Checks(ModelState, text);
        checks.Filled("Input.Name", Input.Name, 120);
        checks.Period("Input.Starts", Input.Starts, "Input.Ends", Input.Ends);
        if (!Partners.Any(p => p.Value == Input.Partner.ToString()))
        {
            checks.Wrong("Input.Partner", text["Please fill this in."]);
        }

        if (Input.Codes() is not { Count: > 0 } codes || !codes.All(Code.IsValid) || string.Join(',', codes).Length > 500)
        {
            checks.Wrong("Input.Courses", text["Please write at least one course code, for example jualan-lewat-whatsapp."]);
        }

        if (existing is { } cohort && cohort.Version != Input.Version)
        {
            ModelState.AddModelError("", text["Somebody else has just changed this. Please look at it again."]);
        }
        else if (existing is null)
        {
            await CheckCode(checks, cancel);
        }
    }

    private async Task CheckCode(Checks checks, CancellationToken cancel)
    {
        checks.IsCode("Input.Code", Input.Code);
        if (await db.Set<Cohort>().AnyAsync(c => c.ProgrammeId == Programme.Id && c.Code == Input.Code, cancel))
        {
            checks.Wrong("Input.Code", text["This code is taken. Please choose another one."]);
        }
    }

    private async Task<bool> Load(string code, string? cohort, CancellationToken cancel)
    {
        var programme = await db.Set<Programme>().AsNoTracking().SingleOrDefaultAsync(p => p.Code == code, cancel);
        if (programme is null)
        {
            return false;
        }

        Programme = programme;
        var partners = await db.Set<Partner>().AsNoTracking()
            .Where(p => db.Set<Partnership>().Any(s => s.ProgrammeId == programme.Id && s.PartnerId == p.Id)).OrderBy(p => p.Name).ToListAsync(cancel);
        Partners = partners.ConvertAll(p => new SelectListItem(p.Name, p.Id.ToString()));
        existing = cohort is null ? null : await db.Set<Cohort>().SingleOrDefaultAsync(c => c.ProgrammeId == programme.Id && c.Code == cohort, cancel);
        return cohort is null || existing is not null;
    }
}

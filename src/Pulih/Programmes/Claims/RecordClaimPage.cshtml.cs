using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Platform.Accounts;
using Pulih.Platform.Language;
using Pulih.Platform.Storage;

namespace Pulih.Programmes.Claims;

[Authorize(Policies.Programmes)]
internal sealed class RecordClaimPage(PulihDb db, RecordClaim record, TimeProvider clock, IStringLocalizer<Texts> text) : PageModel
{
    [BindProperty]
    public long? Count { get; set; }

    [BindProperty]
    public string? By { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    public Programme Programme { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancel) =>
        await Load(code, cancel) ? Page() : NotFound();

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

        record.Of(Programme.Id, new(Count!.Value, By!, On!.Value, Source!), User.Identity!.Name!);
        await db.SaveChangesAsync(cancel);
        return Redirect($"/desk/programmes/{code}?saved");
    }

    private void Check()
    {
        var checks = new Checks(ModelState, text);
        checks.AboveZero(nameof(Count), Count);
        checks.Filled(nameof(By), By, 120);
        checks.Filled(nameof(Source), Source, 500);
        if (On is null)
        {
            checks.Wrong(nameof(On), text["Please fill this in."]);
        }
        else if (On > Formats.DayInWib(clock.GetUtcNow().UtcDateTime))
        {
            checks.Wrong(nameof(On), text["This day is still to come. Please check the date."]);
        }
    }

    private async Task<bool> Load(string code, CancellationToken cancel)
    {
        var programme = await db.Set<Programme>().AsNoTracking().SingleOrDefaultAsync(p => p.Code == code, cancel);
        Programme = programme!;
        return programme is not null;
    }
}

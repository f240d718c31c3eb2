using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Platform.Accounts;
using Pulih.Platform.Storage;

namespace Pulih.Programmes.Partners;

[Authorize(Policies.Programmes)]
internal sealed class PartnerPage(PulihDb db, AddPartner add, IStringLocalizer<Texts> text) : PageModel
{
    [BindProperty]
    public Guid? Partner { get; set; }

    [BindProperty]
    public string? PartnerCode { get; set; }

    [BindProperty]
    public string? PartnerName { get; set; }

    [BindProperty]
    public PartnerKind Kind { get; set; }

    public Programme Programme { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Known { get; private set; } = [];

    public IEnumerable<SelectListItem> Kinds =>
        Enum.GetValues<PartnerKind>().Select(k => new SelectListItem(text[k.ToString()], k.ToString()));

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancel) =>
        await Load(code, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostKnownAsync(string code, CancellationToken cancel)
    {
        if (!await Load(code, cancel) || !Known.Any(k => k.Value == Partner.ToString()))
        {
            return NotFound();
        }

        await add.To(Programme.Id, Partner!.Value, cancel);
        await db.SaveChangesAsync(cancel);
        return Redirect($"/desk/programmes/{code}?saved");
    }

    public async Task<IActionResult> OnPostNewAsync(string code, CancellationToken cancel)
    {
        if (!await Load(code, cancel))
        {
            return NotFound();
        }

        var checks = new Checks(ModelState, text);
        checks.IsCode(nameof(PartnerCode), PartnerCode);
        checks.Filled(nameof(PartnerName), PartnerName, 120);
        if (await db.Set<Partner>().AnyAsync(p => p.Code == PartnerCode, cancel))
        {
            checks.Wrong(nameof(PartnerCode), text["This code is taken. Please choose another one."]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await add.To(Programme.Id, add.New(PartnerCode!, PartnerName!, Kind).Id, cancel);
        await db.SaveChangesAsync(cancel);
        return Redirect($"/desk/programmes/{code}?saved");
    }

    private async Task<bool> Load(string code, CancellationToken cancel)
    {
        var programme = await db.Set<Programme>().AsNoTracking().SingleOrDefaultAsync(p => p.Code == code, cancel);
        if (programme is null)
        {
            return false;
        }

        Programme = programme;
        var others = await db.Set<Partner>().AsNoTracking()
            .Where(p => !db.Set<Partnership>().Any(s => s.ProgrammeId == programme.Id && s.PartnerId == p.Id)).OrderBy(p => p.Name).ToListAsync(cancel);
        Known = others.ConvertAll(p => new SelectListItem(p.Name, p.Id.ToString()));
        return true;
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Platform.Accounts;
using Pulih.Platform.Storage;
using Pulih.Sending.Contracts;

namespace Pulih.Sending.Templates;

/// <summary>The message templates that were given to the provider, and what it says of them.</summary>
[Authorize(Policies.Programmes)]
internal sealed class TemplatesPage(PulihDb db, IStringLocalizer<Texts> text, TimeProvider clock) : PageModel
{
    public const string Address = "/desk/templates";
    private const int LongestBody = 1_024;
    private const int LongestName = 60;

    [BindProperty]
    public string? TemplateName { get; set; }

    [BindProperty]
    public string? Body { get; set; }

    [BindProperty]
    public bool Marketing { get; set; }

    [BindProperty]
    public TemplateRole Role { get; set; }

    public IEnumerable<SelectListItem> Roles => Enum.GetValues<TemplateRole>().Select(r => new SelectListItem(text["role." + r], r.ToString()));

    public IReadOnlyList<Template> Templates { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => Load(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var name = (TemplateName ?? "").Trim();
        if (name.Length is 0 or > LongestName || name.Any(c => c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '_')))
        {
            ModelState.AddModelError(nameof(TemplateName), text["Small letters, digits and _ only, at most {0}, for example undangan_kelas.", LongestName]);
        }
        else if (await db.Set<Template>().AnyAsync(t => t.Name == name && t.Language == "id", cancel))
        {
            ModelState.AddModelError(nameof(TemplateName), text["There is a template of this name."]);
        }

        var body = (Body ?? "").Trim().ReplaceLineEndings("\n");
        if (body.Length is 0 or > LongestBody || (body.Contains("{{2}}", StringComparison.Ordinal) && !body.Contains("{{1}}", StringComparison.Ordinal)) || body.Contains("{{3}}", StringComparison.Ordinal))
        {
            ModelState.AddModelError(nameof(Body), text["At most {0} letters; {{{{1}}}} stands for how the person is called, {{{{2}}}} for the business.", LongestBody]);
        }

        if (!ModelState.IsValid)
        {
            await Load(cancel);
            return Page();
        }

        db.Add(new Template { Id = Ids.Next(clock), Name = name, Language = "id", Marketing = Marketing, Role = Role, Body = body, ChangedAt = DateTime.UnixEpoch });
        await db.SaveChangesAsync(cancel);
        return LocalRedirect(Address);
    }

    /// <summary>Somebody has seen with the provider that it is approved, where no report came.</summary>
    public async Task<IActionResult> OnPostApprovedAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Set<Template>().SingleOrDefaultAsync(t => t.Id == id, cancel) is { } template)
        {
            (template.State, template.ChangedAt) = (TemplateState.Approved, clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(cancel);
        }

        return LocalRedirect(Address);
    }

    private async Task Load(CancellationToken cancel) => Templates = await db.Set<Template>().AsNoTracking().OrderBy(t => t.Name).ToListAsync(cancel);
}

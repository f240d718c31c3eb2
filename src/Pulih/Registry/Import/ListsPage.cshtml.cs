using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Platform.Accounts;
using Pulih.Platform.Storage;
using Pulih.Programmes.Contracts;

namespace Pulih.Registry.Import;

/// <summary>Partners' lists, the newest first, and bringing another one.</summary>
[Authorize(Policies.Lists)]
[RequestSizeLimit(UploadList.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = UploadList.MostBytes)]
internal sealed class ListsPage(PulihDb db, UploadList upload, IProgrammes programmes, IStringLocalizer<Texts> text) : PageModel
{
    public const string Address = "/daftar";
    private const int PageSize = 50;

    [BindProperty]
    public Guid Programme { get; set; }

    [BindProperty]
    public Guid Partner { get; set; }

    [BindProperty]
    public IFormFile? Sheet { get; set; }

    /// <summary>The key the page begins below.</summary>
    [BindProperty(SupportsGet = true, Name = "sebelum")]
    public Guid? Before { get; set; }

    public IReadOnlyList<ListImport> Rows { get; private set; } = [];

    public Guid? Next { get; private set; }

    public ProgrammeMap Map { get; private set; } = null!;

    public IEnumerable<SelectListItem> Programmes => Map.Programmes.Select(p => new SelectListItem(p.Name, p.Id.ToString()));

    /// <summary>One for a partner's officer, who needs no choice.</summary>
    public IReadOnlyList<SelectListItem> Partners { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => Load(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await Load(cancel);
        // Whose list it is follows from who brings it; what the form says is only a choice among one's own.
        if (Partners.All(p => p.Value != Partner.ToString()) || Map.ById(Programme) is null)
        {
            return NotFound();
        }

        if (Sheet is null)
        {
            return Wrong(text["Please choose a file."]);
        }

        try
        {
            await using var content = Sheet.OpenReadStream();
            return Redirect($"{Address}/{await upload.Of(content, Sheet.FileName, Programme, Partner, User.Identity!.Name!, cancel)}");
        }
        catch (ListRefused refused)
        {
            return Wrong(text[refused.Message]);
        }
    }

    private PageResult Wrong(string sentence)
    {
        ModelState.AddModelError(nameof(Sheet), sentence);
        return Page();
    }

    private async Task Load(CancellationToken cancel)
    {
        var scope = PartnerScope.Of(User);
        Map = await programmes.Map(cancel);
        Partners = [.. Map.Partners.Where(p => !p.Suspended && (scope.PartnerId is null || p.Id == scope.PartnerId)).OrderBy(p => p.Name, StringComparer.CurrentCulture).Select(p => new SelectListItem(p.Name, p.Id.ToString()))];
        var lists = db.Set<ListImport>().AsNoTracking().Where(i => scope.PartnerId == null || i.PartnerId == scope.PartnerId);
        var rows = await (Before is { } before ? lists.Where(i => i.Id < before) : lists).OrderByDescending(i => i.Id).Take(PageSize + 1).ToListAsync(cancel);
        (Rows, Next) = ([.. rows.Take(PageSize)], rows.Count > PageSize ? rows[PageSize - 1].Id : null);
    }
}

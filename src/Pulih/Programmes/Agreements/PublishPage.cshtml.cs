using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Platform.Accounts;
using Pulih.Platform.Storage;

namespace Pulih.Programmes.Agreements;

/// <summary>The versions of the data agreement, who agreed to the one in force, and putting a new one in force.</summary>
[Authorize(Policies.Programmes)]
internal sealed class PublishPage(PulihDb db, Contracts.IProgrammes programmes, PublishAgreement agreements, IStringLocalizer<Texts> text) : PageModel
{
    public const string Address = "/desk/agreement";

    [BindProperty]
    public string? Words { get; set; }

    public IReadOnlyList<Agreement> Versions { get; private set; } = [];

    public IReadOnlyList<(Contracts.PartnerInfo Partner, Acceptance? Accepted)> Partners { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => Load(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        new Checks(ModelState, text).Filled(nameof(Words), Words, AgreementMapping.Longest);
        if (!ModelState.IsValid)
        {
            await Load(cancel);
            return Page();
        }

        await agreements.Publish(db, Words!, User.Identity!.Name!, cancel);
        await db.SaveChangesAsync(cancel);
        return Redirect(Address + "?saved");
    }

    private async Task Load(CancellationToken cancel)
    {
        Versions = await db.Set<Agreement>().AsNoTracking().OrderByDescending(a => a.Version).Take(50).ToListAsync(cancel);
        Words ??= Versions.Count > 0 ? Versions[0].Words : null;
        var now = Versions.Count > 0 ? Versions[0].Version : 0;
        var accepted = await db.Set<Acceptance>().AsNoTracking().Where(a => a.Version == now).ToDictionaryAsync(a => a.PartnerId, cancel);
        Partners = [.. (await programmes.Map(cancel)).Partners.Select(p => (p, accepted.GetValueOrDefault(p.Id)))];
    }
}

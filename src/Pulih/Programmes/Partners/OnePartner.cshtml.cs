using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Platform.Accounts;
using Pulih.Platform.Accounts.Manage;
using Pulih.Platform.Storage;
using Pulih.Programmes.Agreements;
using Pulih.Programmes.Contracts;

namespace Pulih.Programmes.Partners;

/// <summary>One partner: its programmes, officers and agreements; inviting an officer, suspending it and letting it back.</summary>
[Authorize(Policies.Programmes)]
internal sealed class OnePartner(PulihDb db, IProgrammes programmes, InviteOfficer invite, SuspendPartner suspend, IStringLocalizer<Texts> text) : PageModel
{
    [BindProperty]
    public string? OfficerName { get; set; }

    [BindProperty]
    public string? OfficerEmail { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public Partner Partner { get; private set; } = null!;
    public IReadOnlyList<ProgrammeInfo> In { get; private set; } = [];
    public IReadOnlyList<(Colleague Officer, bool Invited)> Officers { get; private set; } = [];
    public IReadOnlyList<Acceptance> Accepted { get; private set; } = [];
    public IReadOnlyList<Suspension> Suspensions { get; private set; } = [];

    /// <summary>The version in force; 0 where there is none.</summary>
    public int Agreement { get; private set; }

    /// <summary>The set-up link of the officer just invited; shown once, because only its hash is kept.</summary>
    public string? Link { get; private set; }

    public Suspension? Open => Suspensions.FirstOrDefault(s => s.Until is null);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancel) => await Load(code, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostInviteAsync(string code, CancellationToken cancel)
    {
        if (!await Load(code, cancel))
        {
            return NotFound();
        }

        var checks = new Checks(ModelState, text);
        checks.Filled(nameof(OfficerName), OfficerName, 100);
        if (!NewAccount.LooksLikeAddress(OfficerEmail?.Trim()))
        {
            checks.Wrong(nameof(OfficerEmail), text["This e-mail address does not look right."]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        Link = await invite.Invite(db, Partner.Id, OfficerName!, OfficerEmail!, cancel);
        if (Link is null)
        {
            checks.Wrong(nameof(OfficerEmail), text["Somebody already has this e-mail address."]);
            return Page();
        }

        await db.SaveChangesAsync(cancel);
        ModelState.Clear();
        (OfficerName, OfficerEmail) = (null, null);
        await Load(code, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostSuspendAsync(string code, CancellationToken cancel)
    {
        if (!await Load(code, cancel))
        {
            return NotFound();
        }

        new Checks(ModelState, text).Filled(nameof(Why), Why, 500);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await suspend.Suspend(db, Partner.Id, User.Identity!.Name!, Why!.Trim(), cancel);
        return await Save(code, cancel);
    }

    public async Task<IActionResult> OnPostLetBackAsync(string code, CancellationToken cancel)
    {
        if (!await Load(code, cancel))
        {
            return NotFound();
        }

        await suspend.LetBack(db, Partner.Id, User.Identity!.Name!, cancel);
        return await Save(code, cancel);
    }

    private async Task<IActionResult> Save(string code, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (Exception trouble) when (Troubles.IsConflict(trouble))
        {
            // A colleague did the same at this moment; the page shows how it stands.
        }

        return Redirect($"/desk/partners/{code}?saved");
    }

    private async Task<bool> Load(string code, CancellationToken cancel)
    {
        var partner = await db.Set<Partner>().AsNoTracking().SingleOrDefaultAsync(p => p.Code == code, cancel);
        if (partner is null)
        {
            return false;
        }

        Partner = partner;
        var map = await programmes.Map(cancel);
        Agreement = map.Agreement;
        In = [.. map.Programmes.Where(p => p.Partners.Any(i => i.Id == partner.Id))];
        Officers = await InviteOfficer.Of(db, partner.Id, cancel);
        Accepted = await db.Set<Acceptance>().AsNoTracking().Where(a => a.PartnerId == partner.Id).OrderByDescending(a => a.Version).ToListAsync(cancel);
        Suspensions = await db.Set<Suspension>().AsNoTracking().Where(s => s.PartnerId == partner.Id).OrderByDescending(s => s.From).ToListAsync(cancel);
        return true;
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Accounts;
using Pulih.Platform.Accounts.Signing;
using Pulih.Platform.Storage;
using Pulih.Programmes.Contracts;

namespace Pulih.Programmes.Agreements;

/// <summary>The words in force. A partner's officer agrees to them for the partner, once a version.</summary>
[Authorize(Policies.Desk)]
internal sealed class AgreementPage(PulihDb db, IProgrammes programmes, PublishAgreement agreements) : PageModel
{
    public const string Address = "/perjanjian";

    public Agreement? InForce { get; private set; }

    /// <summary>The partner of who reads it; null for everybody else.</summary>
    public PartnerInfo? Partner { get; private set; }

    public Acceptance? Accepted { get; private set; }

    public Task OnGetAsync(CancellationToken cancel) => Load(cancel);

    public async Task<IActionResult> OnPostAsync(int version, CancellationToken cancel)
    {
        await Load(cancel);
        if (Partner is null || InForce is null)
        {
            return NotFound();
        }

        if (version != InForce.Version)
        {
            return Page(); // A newer one came while it was read: it is shown, and nothing was agreed to.
        }

        await agreements.Accept(db, Partner.Id, InForce, User.AccountId(), User.Identity!.Name!, cancel);
        await db.SaveChangesAsync(cancel);
        return Redirect(SignInPage.Start);
    }

    private async Task Load(CancellationToken cancel)
    {
        InForce = await db.Set<Agreement>().AsNoTracking().OrderByDescending(a => a.Version).FirstOrDefaultAsync(cancel);
        Partner = User.IsInRole(Roles.PartnerOfficer) && PartnerScope.Of(User).PartnerId is { } id ? (await programmes.Map(cancel)).Partner(id) : null;
        Accepted = Partner is { } partner && InForce is { } now ? await db.Set<Acceptance>().AsNoTracking().SingleOrDefaultAsync(a => a.PartnerId == partner.Id && a.Version == now.Version, cancel) : null;
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Platform.Storage;

namespace Pulih.Platform.Accounts.Manage;

/// <summary>One account: its role and partner, a new set-up link, closing and opening it.</summary>
[Authorize(Policies.Operate)]
internal sealed class AccountPage(PulihDb db, IEnumerable<IPartnerChoices> partners, Settings settings, TimeProvider clock, IStringLocalizer<Texts> text) : PageModel
{
    [BindProperty]
    public NewAccount Input { get; set; } = new();

    public Account Account { get; private set; } = null!;
    public IReadOnlyList<PartnerChoice> Partners { get; private set; } = [];
    public string? Link { get; private set; }

    /// <summary>Owners cannot take the last owner away, which would be themselves.</summary>
    public bool IsOneself => Account.Id == User.AccountId();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
        {
            return NotFound();
        }

        Input = new() { Role = Account.Role, PartnerId = Account.PartnerId };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await Find(id, cancel) || IsOneself)
        {
            return NotFound();
        }

        Input.CheckRole(ModelState, Partners, text);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        (Account.Role, Account.PartnerId) = (Input.Role!, Input.Role == Roles.PartnerOfficer ? Input.PartnerId : null);
        return await Save(cancel);
    }

    public async Task<IActionResult> OnPostLinkAsync(Guid id, CancellationToken cancel)
    {
        if (!await Find(id, cancel) || Account.Closed)
        {
            return NotFound();
        }

        var token = Account.OpenLink(clock.GetUtcNow().UtcDateTime);
        Account.Version++;
        await db.SaveChangesAsync(cancel);
        Link = SetUpPage.Link(settings, token);
        Input = new() { Role = Account.Role, PartnerId = Account.PartnerId };
        ModelState.Clear();
        return Page();
    }

    public async Task<IActionResult> OnPostCloseAsync(Guid id, bool closed, CancellationToken cancel)
    {
        if (!await Find(id, cancel) || IsOneself)
        {
            return NotFound();
        }

        Account.Closed = closed;
        Account.CloseLink();
        return await Save(cancel);
    }

    private async Task<IActionResult> Save(CancellationToken cancel)
    {
        Account.EndSessions();
        Account.Version++;
        await db.SaveChangesAsync(cancel);
        return LocalRedirect("/akun");
    }

    private async Task<bool> Find(Guid id, CancellationToken cancel)
    {
        Partners = partners.FirstOrDefault() is { } known ? await known.All(cancel) : [];
        return await db.Set<Account>().SingleOrDefaultAsync(a => a.Id == id, cancel) is { } account && (Account = account) is not null;
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Platform.Storage;

namespace Pulih.Platform.Accounts.Manage;

/// <summary>All accounts, and making a new one.</summary>
[Authorize(Policies.Operate)]
internal sealed class AccountsPage(PulihDb db, IEnumerable<IPartnerChoices> partners, Settings settings, TimeProvider clock, IStringLocalizer<Texts> text) : PageModel
{
    [BindProperty]
    public NewAccount Input { get; set; } = new();

    public IReadOnlyList<Account> Accounts { get; private set; } = [];
    public IReadOnlyList<PartnerChoice> Partners { get; private set; } = [];

    /// <summary>The link of the account just made; shown once, because only its hash is kept.</summary>
    public string? Link { get; private set; }
    public string? LinkFor { get; private set; }

    public Task OnGetAsync(CancellationToken cancel) => Load(cancel);

    public async Task OnPostAsync(CancellationToken cancel)
    {
        await Load(cancel);
        Input.CheckRole(ModelState, Partners, text);
        await Input.CheckPerson(ModelState, db, text, cancel);
        if (!ModelState.IsValid)
        {
            return;
        }

        var account = Account.New(Input.Email, Input.Name!, Input.Role!, Input.PartnerId, clock);
        var token = account.OpenLink(clock.GetUtcNow().UtcDateTime);
        db.Add(account);
        await db.SaveChangesAsync(cancel);
        (Link, LinkFor) = (SetUpPage.Link(settings, token), account.Name);
        ModelState.Clear();
        Input = new();
        await Load(cancel);
    }

    private async Task Load(CancellationToken cancel)
    {
        // Staff of one installation: tens, not thousands.
        Accounts = await db.Set<Account>().AsNoTracking().OrderBy(a => a.Closed).ThenBy(a => a.Name).Take(500).ToListAsync(cancel);
        Partners = partners.FirstOrDefault() is { } known ? await known.All(cancel) : [];
    }
}

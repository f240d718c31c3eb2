using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Platform.Storage;

namespace Pulih.Platform.Accounts.Signing;

[AllowAnonymous]
internal sealed class SignInPage(PulihDb db, OpenSession session, Settings settings, IStringLocalizer<Texts> text) : PageModel
{
    public const string Start = "/meja";

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Where the person wanted to go.</summary>
    [BindProperty(SupportsGet = true, Name = "kembali")]
    public string? Back { get; set; }

    /// <summary>The synthetic accounts of the demo; empty outside it.</summary>
    public IReadOnlyList<DemoAccount> Demo { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => Show(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(Email) || string.IsNullOrEmpty(Password) || Email.Length > 200 || Password.Length > 200)
        {
            ModelState.AddModelError("", text["Please write your e-mail address and your password."]);
        }
        else
        {
            switch (await session.Try(HttpContext, Email, Password, cancel))
            {
                case SignedIn.Yes:
                    await db.SaveChangesAsync(cancel);
                    return GoOn();
                case SignedIn.TooManyTries:
                    ModelState.AddModelError("", text["That was tried too often. Please wait 15 minutes and try again."]);
                    break;
                default:
                    ModelState.AddModelError("", text["Address and password do not belong together. Please try again."]);
                    break;
            }
        }

        await Show(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostDemoAsync(string role, CancellationToken cancel)
    {
        if (!settings.Demo || await db.Set<Account>().FirstOrDefaultAsync(a => a.Email == $"{role}@contoh.invalid" && !a.Closed, cancel) is not { } account)
        {
            return NotFound();
        }

        await OpenSession.Begin(HttpContext, account);
        return GoOn();
    }

    // Only to a page of ours: a link to this page must not lead elsewhere.
    private LocalRedirectResult GoOn() => LocalRedirect(Url.IsLocalUrl(Back) ? Back : Start);

    private async Task Show(CancellationToken cancel)
    {
        if (settings.Demo)
        {
            Demo = await db.Set<Account>().Where(a => a.Email!.EndsWith("@contoh.invalid") && a.PasswordHash == null && !a.Closed)
                .OrderBy(a => a.CreatedAt).ThenBy(a => a.Id).Select(a => new DemoAccount(a.Name, a.Role)).ToListAsync(cancel);
        }
    }
}

/// <summary>A synthetic account one click signs in.</summary>
internal sealed record DemoAccount(string Name, string Role);

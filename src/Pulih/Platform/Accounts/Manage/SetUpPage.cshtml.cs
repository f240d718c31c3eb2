using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Pulih.Platform.Accounts.Signing;
using Pulih.Platform.Storage;

namespace Pulih.Platform.Accounts.Manage;

/// <summary>Whoever holds the link chooses a password; the first owner also an address and a name.</summary>
[AllowAnonymous]
internal sealed class SetUpPage(PulihDb db, SetUpAccount setUp, IStringLocalizer<Texts> text) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Null when the link opens nothing any more.</summary>
    public Account? Account { get; private set; }

    /// <summary>The address is chosen here only when the account was made without one.</summary>
    public bool ChoosesAddress { get; private set; }

    /// <summary>The whole address that opens an account's set-up.</summary>
    public static string Link(Settings settings, string token) => $"{settings.PublicUrl}/akun/siap/{token}";

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancel)
    {
        await Find(token, cancel);
        return Shown();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancel)
    {
        await Find(token, cancel);
        if (Account is null)
        {
            return Shown();
        }

        var (email, name) = ChoosesAddress ? (Email?.Trim() ?? "", Name?.Trim() ?? "") : (Account.Email!, Account.Name);
        if (!NewAccount.LooksLikeAddress(email))
        {
            ModelState.AddModelError(nameof(Email), text["This e-mail address does not look right."]);
        }
        else if (name.Length is 0 or > 100)
        {
            ModelState.AddModelError(nameof(Name), text["Please write a name of at most 100 characters."]);
        }
        else if (Password is null or { Length: > 200 })
        {
            ModelState.AddModelError(nameof(Password), text["Please use at least {0} characters.", 12]);
        }
        else if (await setUp.With(Account, email, name, Password) is { Succeeded: false } trouble)
        {
            foreach (var error in trouble.Errors)
            {
                ModelState.AddModelError(error.Code.StartsWith("Password", StringComparison.Ordinal) ? nameof(Password) : nameof(Email), error.Description);
            }
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await db.SaveChangesAsync(cancel);
        await OpenSession.Begin(HttpContext, Account);
        return LocalRedirect(SignInPage.Start);
    }

    private async Task Find(string token, CancellationToken cancel)
    {
        Account = await setUp.Find(token, cancel);
        ChoosesAddress = Account is { Email: null };
    }

    private PageResult Shown()
    {
        // An old link answers as one that never was.
        Response.StatusCode = Account is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        return Page();
    }
}

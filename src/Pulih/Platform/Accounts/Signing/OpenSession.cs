using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Secrets;
using Pulih.Platform.Storage;

namespace Pulih.Platform.Accounts.Signing;

/// <summary>What became of a try to sign in. An unknown address and a wrong password are one answer.</summary>
internal enum SignedIn
{
    Yes,
    No,
    TooManyTries,
}

/// <summary>Signs a person in by address and password, and out again.</summary>
internal sealed class OpenSession(PulihDb db, UserManager<Account> users, LimitTries tries, KnownDevice device, Keys keys)
{
    // Checked when the address is unknown or has no password yet, so that the answer takes as long.
    private static readonly Account Nobody = Unknown();

    public async Task<SignedIn> Try(HttpContext context, string email, string password, CancellationToken cancel)
    {
        var address = users.NormalizeName(email.Trim())!;
        var key = keys.Hash($"sign-in\n{address}\n{device.Of(context, address)}");
        if (!await tries.Take(key, cancel))
        {
            return SignedIn.TooManyTries;
        }

        var account = await db.Set<Account>().SingleOrDefaultAsync(a => a.NormalizedEmail == address && !a.Closed && a.PasswordHash != null, cancel);
        if (!await users.CheckPasswordAsync(account ?? Nobody, password) || account is null)
        {
            return SignedIn.No;
        }

        await tries.Forget(key, cancel);
        device.Remember(context, address);
        await Begin(context, account);
        return SignedIn.Yes;
    }

    /// <summary>Gives the person a cookie of their own, whatever cookie they came with.</summary>
    public static Task Begin(HttpContext context, Account account) =>
        context.SignInAsync(SessionCookie.Scheme, SessionCookie.Principal(account));

    /// <summary>Ends every session of the account, on every device: a copied cookie is worth nothing afterwards.</summary>
    public async Task End(HttpContext context, CancellationToken cancel)
    {
        var id = context.User.AccountId();
        if (await db.Set<Account>().SingleOrDefaultAsync(a => a.Id == id, cancel) is { } account)
        {
            account.EndSessions();
            account.Version++;
        }

        await context.SignOutAsync(SessionCookie.Scheme);
    }

    private static Account Unknown()
    {
        var nobody = Account.New(null, "-", Roles.Auditor, null, TimeProvider.System);
        nobody.PasswordHash = new PasswordHasher<Account>().HashPassword(nobody, "nobody has this password");
        return nobody;
    }
}

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Storage;

namespace Pulih.Platform.Accounts;

/// <summary>Lets whoever holds an account's set-up link choose its password, once.</summary>
internal sealed class SetUpAccount(PulihDb db, UserManager<Account> users, TimeProvider clock)
{
    /// <summary>The account a token opens, or null when it opens none any more.</summary>
    public Task<Account?> Find(string token, CancellationToken cancel)
    {
        var hash = Account.HashOf(token);
        var now = clock.GetUtcNow().UtcDateTime;
        return db.Set<Account>().SingleOrDefaultAsync(a => a.LinkHash == hash && a.LinkUntil > now && !a.Closed, cancel);
    }

    /// <summary>Sets the password and closes the link; what Identity finds wrong leaves both as they were.</summary>
    public async Task<IdentityResult> With(Account account, string email, string name, string password)
    {
        (account.Email, account.Name, account.PasswordHash) = (email, name, null);
        var set = await users.AddPasswordAsync(account, password);
        if (set.Succeeded)
        {
            account.CloseLink();
        }

        return set;
    }
}

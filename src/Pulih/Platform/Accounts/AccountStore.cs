using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Storage;

namespace Pulih.Platform.Accounts;

/// <summary>Where Identity keeps accounts: the e-mail address is the user name. It never saves; the page that changed something does.</summary>
internal sealed class AccountStore(PulihDb db) : IUserPasswordStore<Account>, IUserSecurityStampStore<Account>
{
    public Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        db.Set<Account>().SingleOrDefaultAsync(a => a.Id == Guid.Parse(userId), cancellationToken);

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        db.Set<Account>().SingleOrDefaultAsync(a => a.NormalizedEmail == normalizedUserName, cancellationToken);

    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) => Keep(() => db.Add(user));

    public Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken) => Keep(() => user.Version++);

    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) => Keep(() => db.Remove(user));

    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Email);

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => Set(() => user.Email = userName);

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.NormalizedEmail);

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => Set(() => user.NormalizedEmail = normalizedName);

    public Task<string?> GetPasswordHashAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task SetPasswordHashAsync(Account user, string? passwordHash, CancellationToken cancellationToken) => Set(() => user.PasswordHash = passwordHash);

    public Task<bool> HasPasswordAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public Task<string?> GetSecurityStampAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Stamp);

    public Task SetSecurityStampAsync(Account user, string stamp, CancellationToken cancellationToken) => Set(() => user.Stamp = stamp);

    public void Dispose()
    {
        // The database belongs to the request.
    }

    private static Task Set(Action change)
    {
        change();
        return Task.CompletedTask;
    }

    private static Task<IdentityResult> Keep(Action change)
    {
        change();
        return Task.FromResult(IdentityResult.Success);
    }
}

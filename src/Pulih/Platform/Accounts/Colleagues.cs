using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Storage;

namespace Pulih.Platform.Accounts;

/// <summary>A member of staff as colleagues name them.</summary>
public sealed record Colleague(Guid Id, string Name);

/// <summary>Members of staff, for pages that name them or hand something on to them.</summary>
public static class Colleagues
{
    /// <summary>Those who can sign in with one of these roles, by name.</summary>
    public static async Task<IReadOnlyList<Colleague>> WithRole(PulihDb db, IReadOnlyCollection<string> roles, CancellationToken cancel) =>
        await db.Set<Account>().AsNoTracking().Where(a => roles.Contains(a.Role) && !a.Closed).OrderBy(a => a.Name).Select(a => new Colleague(a.Id, a.Name)).ToListAsync(cancel);

    /// <summary>The names of these accounts, closed ones among them.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> Names(PulihDb db, IReadOnlyCollection<Guid> accounts, CancellationToken cancel) =>
        await db.Set<Account>().AsNoTracking().Where(a => accounts.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancel);
}

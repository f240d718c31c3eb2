using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Storage;

namespace Pulih.Platform.Accounts;

/// <summary>Makes accounts for a partner's officers, without leave to make any other.</summary>
public sealed class InviteOfficer(Settings settings, TimeProvider clock)
{
    /// <summary>The link by which the officer chooses a password, shown once; null where somebody has this address already. The caller saves.</summary>
    public async Task<string?> Invite(PulihDb db, Guid partner, string name, string email, CancellationToken cancel)
    {
        if (await db.Set<Account>().AnyAsync(a => a.NormalizedEmail == email.Trim().ToUpperInvariant(), cancel))
        {
            return null;
        }

        var account = Account.New(email.Trim(), name.Trim(), Roles.PartnerOfficer, partner, clock);
        db.Add(account);
        return Manage.SetUpPage.Link(settings, account.OpenLink(clock.GetUtcNow().UtcDateTime));
    }

    /// <summary>A partner's officers, by name; the flag says who has not chosen a password yet.</summary>
    public static async Task<IReadOnlyList<(Colleague Officer, bool Invited)>> Of(PulihDb db, Guid partner, CancellationToken cancel) =>
        [.. (await db.Set<Account>().AsNoTracking().Where(a => a.PartnerId == partner && a.Role == Roles.PartnerOfficer && !a.Closed).OrderBy(a => a.Name)
            .Select(a => new { a.Id, a.Name, Invited = a.PasswordHash == null }).ToListAsync(cancel)).Select(a => (new Colleague(a.Id, a.Name), a.Invited))];
}

using Pulih.Platform.Demo;
using Pulih.Platform.Storage;

namespace Pulih.Platform.Accounts;

/// <summary>
/// Clearly synthetic accounts without a password; in Demo the sign-in page opens them by one click. The partner's
/// officer belongs to the first <see cref="PartnerChoice"/> that seeders left in the world.
/// </summary>
internal sealed class SeedAccounts(TimeProvider clock) : ISeedDemo
{
    // Right after the programmes and their partners: whoever opens the demo can sign in while it is still being filled.
    public int Order => 11;

    public Task Seed(PulihDb db, DemoWorld world, CancellationToken cancel)
    {
        var partner = world.Made<PartnerChoice>().FirstOrDefault()?.Id;
        foreach (var (role, name) in new[]
        {
            (Roles.Owner, "Pemilik (contoh)"), (Roles.ProgrammeOfficer, "Petugas program (contoh)"), (Roles.Trainer, "Pengajar (contoh)"), (Roles.PartnerOfficer, "Petugas mitra (contoh)"), (Roles.Auditor, "Pemeriksa (contoh)"),
        })
        {
            db.Add(Account.New($"{role}@contoh.invalid", name, role, partner, clock));
        }

        return Task.CompletedTask;
    }
}

using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Commands;
using Pulih.Platform.Storage;

namespace Pulih.Platform.Accounts;

/// <summary><c>owner</c>: makes the first account and prints its one-time set-up link.</summary>
internal sealed class OwnerVerb(IDbContextFactory<PulihDb> dbs, Settings settings, TimeProvider clock) : IVerb
{
    public Command Build()
    {
        var again = new Option<bool>("--again") { Description = "A new link for the first owner, who lost the password; it ends the owner's sessions when it is used." };
        var command = new Command("owner", "Makes the first account and prints its one-time set-up link, which opens for 72 hours.") { again };
        command.SetAction((parsed, cancel) => Make(parsed.GetValue(again), cancel));
        return command;
    }

    private async Task<int> Make(bool again, CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var owner = await db.Set<Account>().Where(a => a.Role == Roles.Owner && !a.Closed).OrderBy(a => a.CreatedAt).FirstOrDefaultAsync(cancel);
        if (owner?.PasswordHash is not null && !again)
        {
            await Console.Error.WriteLineAsync($"There is an owner already: {owner.Email}. Owners make further accounts at {settings.PublicUrl}/akun; with --again this one gets a new link.");
            return 1;
        }

        owner ??= db.Add(Account.New(null, "Pemilik", Roles.Owner, null, clock)).Entity;
        var token = owner.OpenLink(clock.GetUtcNow().UtcDateTime);
        owner.Version++;
        await db.SaveChangesAsync(cancel);
        Console.WriteLine(Manage.SetUpPage.Link(settings, token));
        return 0;
    }
}

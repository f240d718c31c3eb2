using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pulih.Platform.Cluster;
using Pulih.Platform.Storage;

namespace Pulih.Platform.Accounts.Signing;

/// <summary>How often somebody tried a password lately; one row a key, in the database so that all machines count together.</summary>
internal sealed class Tries
{
    public required string Key { get; init; }
    public int Count { get; set; }

    /// <summary>The last try that was let through.</summary>
    public DateTime At { get; set; }
}

internal sealed class TriesMapping : IEntityTypeConfiguration<Tries>
{
    public void Configure(EntityTypeBuilder<Tries> builder)
    {
        builder.ToTable("platform_sign_in_tries");
        builder.HasKey(t => t.Key);
        builder.Property(t => t.Key).HasMaxLength(64);
        builder.HasIndex(t => t.At);
    }
}

/// <summary>
/// Lets at most ten tries a key through in any fifteen minutes: the eleventh waits until fifteen minutes have passed
/// since the tenth. Refused tries do not prolong the wait.
/// </summary>
internal sealed class LimitTries(IDbContextFactory<PulihDb> dbs, TimeProvider clock) : IJob
{
    public const int Most = 10;
    public static readonly TimeSpan Wait = TimeSpan.FromMinutes(15);

    public string Name => "sign-in-tries";

    public TimeSpan Every => TimeSpan.FromMinutes(5);

    /// <summary>Counts a try before the password is looked at, and says whether it may be.</summary>
    public async Task<bool> Take(string key, CancellationToken cancel)
    {
        for (var again = false; ; again = true)
        {
            try
            {
                return await Counted(key, cancel);
            }
            catch (DbUpdateException conflict) when (!again && Troubles.IsConflict(conflict))
            {
                // Two first tries at once: the row is there now.
            }
        }
    }

    /// <summary>Whoever knew the password starts anew.</summary>
    public async Task Forget(string key, CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        await using var write = await Write.Begin(db, cancel);
        await db.Set<Tries>().Where(t => t.Key == key).ExecuteDeleteAsync(cancel);
        await write.Commit(cancel);
    }

    /// <summary>Removes what no longer holds anybody back.</summary>
    public async Task<bool> Run(CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        await using var write = await Write.Begin(db, cancel);
        var before = clock.GetUtcNow().UtcDateTime - Wait;
        await db.Set<Tries>().Where(t => t.At < before).ExecuteDeleteAsync(cancel);
        await write.Commit(cancel);
        return false;
    }

    private async Task<bool> Counted(string key, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var before = now - Wait;
        await using var db = await dbs.CreateDbContextAsync(cancel);
        await using var write = await Write.Begin(db, cancel);
        var counted = await db.Set<Tries>().Where(t => t.Key == key && (t.At <= before || t.Count < Most)).ExecuteUpdateAsync(
            set => set.SetProperty(t => t.Count, t => t.At <= before ? 1 : t.Count + 1).SetProperty(t => t.At, now), cancel);
        if (counted == 0)
        {
            if (await db.Set<Tries>().AnyAsync(t => t.Key == key, cancel))
            {
                return false;
            }

            db.Add(new Tries { Key = key, Count = 1, At = now });
            await db.SaveChangesAsync(cancel);
        }

        await write.Commit(cancel);
        return true;
    }
}

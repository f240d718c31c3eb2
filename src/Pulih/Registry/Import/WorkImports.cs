using Linkage.LookingUp;
using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Cluster;
using Pulih.Platform.Secrets;
using Pulih.Platform.Storage;
using Pulih.Registry.Matching;

namespace Pulih.Registry.Import;

/// <summary>Brings every list that is being worked on forward by one portion at a time. A portion is one transaction, so a kill costs at most one, and short, because chat waits for it on SQLite.</summary>
internal sealed class WorkImports(IDbContextFactory<PulihDb> dbs, CheckRows check, ApplyRows apply, MatchRecords matching, Keys keys, TimeProvider clock) : IJob
{
    private const int Portion = 200;

    // How rare a name is hardly changes while one list is worked off.
    private readonly Dictionary<Guid, LookUp> rarities = [];

    public const string JobName = "registry.imports";

    public string Name => JobName;

    public TimeSpan Every => TimeSpan.FromSeconds(1);

    public async Task<bool> Run(CancellationToken cancel)
    {
        await using var look = await dbs.CreateDbContextAsync(cancel);
        var working = await look.Set<ListImport>().Where(i => i.State == ImportState.Checking || i.State == ImportState.Applying || i.State == ImportState.Undoing).Select(i => i.Id).ToListAsync(cancel);
        foreach (var id in working)
        {
            await One(id, cancel);
        }

        return working.Count > 0;
    }

    /// <summary>Brings one list forward by one portion, or to its next state where no rows are left.</summary>
    public async Task One(Guid id, CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var import = await db.Set<ListImport>().SingleAsync(i => i.Id == id, cancel);
        var rows = await db.Set<ImportRow>().Where(r => r.ImportId == id && r.Line > import.Position).OrderBy(r => r.Line).Take(Portion).ToListAsync(cancel);
        if (import.State != ImportState.Undoing && !rarities.ContainsKey(id))
        {
            rarities[id] = await Rarities(db, import, cancel);
        }

        await using var write = import.State == ImportState.Undoing ? await Write.Begin(db, cancel) : null;
        import.Version++;
        if (rows.Count == 0)
        {
            End(import);
        }
        else
        {
            await Work(db, import, rows, cancel);
            import.Position = rows[^1].Line;
        }

        await Save(db, write, cancel);
    }

    private Task Work(PulihDb db, ListImport import, List<ImportRow> rows, CancellationToken cancel)
    {
        switch (import.State)
        {
            case ImportState.Checking:
                import.CheckedAt = import.Position == 0 ? clock.GetUtcNow().UtcDateTime : import.CheckedAt;
                rows.ForEach(r => (r.RecordId, r.MatchId, r.MatchBits, r.Troubles) = (null, null, null, null));
                return check.Work(db, import, rows, rarities[import.Id], cancel);
            case ImportState.Applying:
                return apply.Work(db, import, rows, rarities[import.Id], cancel);
            default:
                return UndoRows.Work(db, import, rows, cancel);
        }
    }

    private void End(ListImport import)
    {
        var then = import.State switch { ImportState.Checking => ImportState.Checked, ImportState.Applying => ImportState.Applied, _ => import.Then };
        import.Begin(then);
        import.EndedAt = clock.GetUtcNow().UtcDateTime;
        rarities.Remove(import.Id);
    }

    // What was read and compared is saved in one short transaction; what was deleted is in one already.
    private static async Task Save(PulihDb db, Write? write, CancellationToken cancel)
    {
        if (write is not null)
        {
            await db.SaveChangesAsync(cancel);
            await write.Commit(cancel);
            return;
        }

        await using var own = await Write.Begin(db, cancel);
        await db.SaveBatch(cancel);
        await own.Commit(cancel);
    }

    private async Task<LookUp> Rarities(PulihDb db, ListImport import, CancellationToken cancel)
    {
        var own = await db.Set<ImportRow>().AsNoTracking().Where(r => r.ImportId == import.Id).OrderBy(r => r.Line).Take(MatchRecords.CountedForRarity).ToListAsync(cancel);
        return await matching.Rarities(db, own.Select(r => SourceRecord.Standardise(Guid.Empty, SourceRecord.Arrange(r.Open(keys), import.Meanings))), cancel);
    }
}

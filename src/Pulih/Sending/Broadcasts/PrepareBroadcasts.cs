using Microsoft.EntityFrameworkCore;
using Pulih.Participation.Contracts;
using Pulih.Platform.Accounts;
using Pulih.Platform.Cluster;
using Pulih.Platform.Storage;
using Pulih.Registry.Contracts;
using Pulih.Sending.Contracts;

namespace Pulih.Sending.Broadcasts;

/// <summary>Takes a released broadcast's audience, a portion a transaction; where it was stopped in between it goes on from there.</summary>
internal sealed class PrepareBroadcasts(IDbContextFactory<PulihDb> dbs, IParticipants participants, IRegions regions) : IJob
{
    private const int Portion = 1_000;

    public string Name => "prepare-broadcasts";

    public TimeSpan Every => TimeSpan.FromSeconds(2);

    public async Task<bool> Run(CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        if (await db.Set<Broadcast>().AsNoTracking().Where(b => b.State == BroadcastState.Running && !b.Prepared).OrderBy(b => b.Id).FirstOrDefaultAsync(cancel) is not { } broadcast)
        {
            return false;
        }

        var page = await participants.Page(db, broadcast.Filter, PartnerScope.Everything, broadcast.Cursor, Portion, cancel);
        var recipients = page.Rows.DistinctBy(p => p.PersonId).OrderBy(p => p.PersonId).Select(p => new Recipient
        {
            BroadcastId = broadcast.Id, PersonId = p.PersonId, Called = Called(p.PersonName), Business = p.BusinessName,
            DueAt = QuietTimes.Next(broadcast.StartsAt, regions.Get(p.ProvinceCode)?.Province ?? regions.Provinces[0]),
        }).ToList();
        await using var write = await Write.Begin(db, cancel);
        var taken = await ManyRows.Insert(db, recipients, cancel, "ON CONFLICT DO NOTHING");

        // The cursor is where this portion began, or somebody else took it meanwhile and nothing is kept.
        var cursor = page.Next ?? page.Rows.LastOrDefault()?.EnrolmentId;
        var moved = await db.Set<Broadcast>().Where(b => b.Id == broadcast.Id && b.Cursor == broadcast.Cursor && !b.Prepared).ExecuteUpdateAsync(
            set => set.SetProperty(b => b.Cursor, cursor).SetProperty(b => b.Prepared, page.Next == null).SetProperty(b => b.Recipients, b => b.Recipients + taken), cancel);
        if (moved == 1)
        {
            await write.Commit(cancel);
        }

        return true;
    }

    // Nobody's sex is known here; "Bapak/Ibu" is never wrong.
    private static string Called(string name) => $"Bapak/Ibu {(name.Length > 60 ? name[..60] : name)}";
}

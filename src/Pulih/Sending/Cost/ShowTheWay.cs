using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Participation.Contracts;
using Pulih.Platform;
using Pulih.Platform.Cluster;
using Pulih.Platform.Language;
using Pulih.Platform.Storage;
using Pulih.Sending.Contracts;
using Pulih.Sending.Outbox;

namespace Pulih.Sending.Cost;

/// <summary>
/// Somebody whose answer the budget stopped is told, once a day, where the lesson goes on without costing messages: on their
/// own page. The answer itself waits until they write again, when their dialogue says it anew.
/// </summary>
internal sealed class ShowTheWay(IDbContextFactory<PulihDb> dbs, IOutbox outbox, IOpenLessons lessons, IStringLocalizer<Texts> text, Settings settings, TimeProvider clock) : IJob
{
    private const int Portion = 200;
    private static readonly TimeSpan Again = TimeSpan.FromHours(24);

    public string Name => "show-the-way";

    public TimeSpan Every => TimeSpan.FromSeconds(2);

    public async Task<bool> Run(CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var stopped = await db.Set<OutboxMessage>().AsNoTracking().Where(m => m.State == OutboxState.Stopped && m.Purpose == Purpose.Reply).OrderBy(m => m.Id).Take(Portion).ToListAsync(cancel);
        if (stopped.Count == 0)
        {
            return false;
        }

        var addresses = stopped.Select(m => m.Address).Distinct().ToList();
        var since = clock.GetUtcNow().UtcDateTime - Again;
        var told = await db.Set<OutboxMessage>().Where(m => addresses.Contains(m.Address) && m.QueuedAt > since && m.Purpose == Purpose.Farewell).Select(m => m.Address).ToListAsync(cancel);
        var last = stopped.GroupBy(m => m.Address).Where(g => !told.Contains(g.Key)).Select(g => g.Last()).ToList();
        var ways = await lessons.Ways(db, [.. last.Select(m => m.PersonId)], cancel);
        foreach (var message in last)
        {
            var way = settings.PublicUrl + (ways.TryGetValue(message.PersonId, out var own) ? own : "/");
            outbox.Queue(db, new(message.PersonId, message.Channel, message.Address, Purpose.Farewell, Cultures.First(() => new Say(text["farewell", way])))
            {
                Number = message.Number, HeardAt = message.HeardAt, ProgrammeId = message.ProgrammeId, FreeUntil = message.FreeUntil,
            });
        }

        var ids = stopped.ConvertAll(m => m.Id);
        await using var write = await Write.Begin(db, cancel);
        await db.Set<OutboxMessage>().Where(m => ids.Contains(m.Id) && m.State == OutboxState.Stopped).ExecuteUpdateAsync(set => set.SetProperty(m => m.State, OutboxState.Waiting), cancel);
        await db.SaveChangesAsync(cancel);
        await write.Commit(cancel);
        outbox.Wake();
        return stopped.Count == Portion;
    }
}

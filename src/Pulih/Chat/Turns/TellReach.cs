using Pulih.Chat.Contracts;
using Pulih.Platform.Storage;

namespace Pulih.Chat.Turns;

internal sealed class TellReach : IReach
{
    public async Task<IReadOnlyDictionary<Guid, Reach>> Of(PulihDb db, IReadOnlyCollection<Guid> personIds, CancellationToken cancel) =>
        (await db.OfPeople(personIds, cancel)).ToDictionary(g => g.Key, g =>
        {
            var last = g.First();
            return new Reach(last.Channel, last.Address, last.Number, last.LastHeardAt, last.FreeUntil, g.Any(c => c.Stopped));
        });
}

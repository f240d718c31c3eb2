using Pulih.Chat.Contracts;
using Pulih.Platform.Storage;

namespace Pulih.Chat.Turns;

internal sealed class TellReach : IReach
{
    public async Task<ILookup<Guid, Reach>> Of(PulihDb db, IReadOnlyCollection<Guid> personIds, CancellationToken cancel) =>
        (await db.OfPeople(personIds, cancel))
            .SelectMany(person => person.Select(c => new Reach(c.Channel, c.Address, c.Number, c.LastHeardAt, c.FreeUntil, person.Any(any => any.Stopped)) { PersonId = person.Key }))
            .ToLookup(r => r.PersonId);
}

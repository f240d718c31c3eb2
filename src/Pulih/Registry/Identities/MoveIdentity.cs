using Microsoft.EntityFrameworkCore;
using Pulih.Chat.Contracts;
using Pulih.Platform.Events;
using Pulih.Platform.Storage;
using Pulih.Registry.Contracts;
using Pulih.Registry.People;

namespace Pulih.Registry.Identities;

/// <summary>A person has another number now: the old address is theirs no longer, the new one is. Being told again changes nothing.</summary>
internal sealed class MoveIdentity(TimeProvider clock) : IHandle<AddressChanged>
{
    // A number changes hands so seldom that one after another is soon enough.
    public async Task Handle(IReadOnlyList<AddressChanged> happened, PulihDb db, CancellationToken cancel)
    {
        foreach (var one in happened.Distinct())
        {
            await Move(one, db, cancel);
        }
    }

    private async Task Move(AddressChanged happened, PulihDb db, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        string[] both = [happened.From, happened.To];
        var live = await db.Set<Identity>().Where(i => i.Channel == happened.Channel && i.Until == null && both.Contains(i.Address)).ToListAsync(cancel);
        if (live.Find(i => i.Address == happened.From && i.PersonId == happened.PersonId) is not { } old || live.Exists(i => i.Address == happened.To))
        {
            return; // Not registered, moved already, or somebody else registered with the new number first.
        }

        old.Until = now;
        db.Add(new Identity { Id = Ids.Next(clock), Channel = happened.Channel, Address = happened.To, PersonId = happened.PersonId, From = now });
        if (await db.Set<Person>().SingleOrDefaultAsync(p => p.Id == happened.PersonId, cancel) is { } person && PhoneNumber.Normalise("+" + happened.To) is { } phone)
        {
            person.Phone = phone;
            person.Version++;
            db.Raise(new OwnerChanged(person.Id), clock);
        }
    }
}

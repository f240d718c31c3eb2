using Microsoft.EntityFrameworkCore;
using Pulih.Chat.Contracts;
using Pulih.Platform.Events;
using Pulih.Platform.Storage;
using Pulih.Registry.Contracts;

namespace Pulih.Participation.Participants;

/// <summary>Keeps the list true when people write or correct what they said. Being told again changes nothing.</summary>
internal sealed class FollowParticipants(IPeople people, IRegions regions)  : IHandle<PersonHeard>, IHandle<OwnerChanged>
{
    public async Task Handle(PersonHeard happened, PulihDb db, CancellationToken cancel)
    {
        foreach (var participant in await db.Set<Participant>().Where(p => p.PersonId == happened.PersonId).ToListAsync(cancel))
        {
            Seen(participant, happened.Day);
        }
    }

    public async Task Handle(OwnerChanged happened, PulihDb db, CancellationToken cancel)
    {
        if ((await people.Load(db, [happened.PersonId], cancel)).GetValueOrDefault(happened.PersonId) is not { } owner)
        {
            return; // Erased meanwhile.
        }

        foreach (var participant in await db.Set<Participant>().Where(p => p.PersonId == owner.Id).ToListAsync(cancel))
        {
            if (owner.Businesses.FirstOrDefault(b => b.Id == participant.BusinessId) is { } business)
            {
                await Rewrite(db, participant, owner, business, cancel);
            }
        }
    }

    private async Task Rewrite(PulihDb db, Participant participant, PersonInfo owner, BusinessInfo business, CancellationToken cancel)
    {
        participant.PersonName = owner.Name;
        participant.Phone = owner.Phone;
        participant.BusinessName = business.Name;
        participant.SectorKey = business.SectorKey;
        participant.RegionCode = business.RegionCode;
        participant.ProvinceCode = regions.Get(business.RegionCode)?.Province.Code ?? participant.ProvinceCode;
        var wanted = SearchWords.Of(participant).ToHashSet(StringComparer.Ordinal);
        foreach (var word in await db.Set<SearchWord>().Where(w => w.EnrolmentId == participant.EnrolmentId).ToListAsync(cancel))
        {
            if (!wanted.Remove(word.Word))
            {
                db.Remove(word);
            }
        }

        db.AddRange(wanted.Where(w => db.Own<SearchWord>().FindEntryUntyped([w, participant.EnrolmentId]) is null)
            .Select(w => new SearchWord { Word = w, EnrolmentId = participant.EnrolmentId }));
    }

    private static void Seen(Participant participant, DateOnly day) =>
        participant.LastActive = day > participant.LastActive ? day : participant.LastActive;
}

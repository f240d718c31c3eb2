using Microsoft.EntityFrameworkCore;
using Pulih.Chat.Contracts;
using Pulih.Platform.Events;
using Pulih.Platform.Storage;
using Pulih.Registry.Contracts;

namespace Pulih.Participation.Participants;

/// <summary>Keeps the list true when people write or correct what they said. Being told again changes nothing.</summary>
internal sealed class FollowParticipants(IPeople people, IRegions regions) : IHandle<PersonHeard>, IHandle<OwnerChanged>
{
    public async Task Handle(IReadOnlyList<PersonHeard> happened, PulihDb db, CancellationToken cancel)
    {
        var days = happened.GroupBy(h => h.PersonId).ToDictionary(g => g.Key, g => g.Max(h => h.Day));
        foreach (var participant in await Of(db, days.Keys, cancel))
        {
            var day = days[participant.PersonId];
            participant.LastActive = day > participant.LastActive ? day : participant.LastActive;
        }
    }

    public async Task Handle(IReadOnlyList<OwnerChanged> happened, PulihDb db, CancellationToken cancel)
    {
        // An owner who is not found was erased meanwhile.
        var owners = await people.Load(db, [.. happened.Select(h => h.PersonId).Distinct()], cancel);
        var participants = await Of(db, owners.Keys, cancel);
        var enrolments = participants.ConvertAll(p => p.EnrolmentId);
        var words = (await db.Set<SearchWord>().Where(w => enrolments.Contains(w.EnrolmentId)).ToListAsync(cancel)).ToLookup(w => w.EnrolmentId);
        foreach (var participant in participants)
        {
            var owner = owners[participant.PersonId];
            if (owner.Businesses.FirstOrDefault(b => b.Id == participant.BusinessId) is { } business)
            {
                Rewrite(db, participant, words[participant.EnrolmentId], owner, business);
            }
        }
    }

    private static Task<List<Participant>> Of(PulihDb db, IEnumerable<Guid> owners, CancellationToken cancel)
    {
        var ids = owners.ToArray();
        return db.Set<Participant>().Where(p => ids.Contains(p.PersonId)).ToListAsync(cancel);
    }

    private void Rewrite(PulihDb db, Participant participant, IEnumerable<SearchWord> words, PersonInfo owner, BusinessInfo business)
    {
        participant.PersonName = owner.Name;
        participant.Phone = owner.Phone;
        participant.BusinessName = business.Name;
        participant.SectorKey = business.SectorKey;
        participant.RegionCode = business.RegionCode;
        participant.ProvinceCode = regions.Get(business.RegionCode)?.Province.Code ?? participant.ProvinceCode;
        var wanted = SearchWords.Of(participant).ToHashSet(StringComparer.Ordinal);
        foreach (var word in words)
        {
            if (!wanted.Remove(word.Word))
            {
                db.Remove(word);
            }
        }

        db.AddRange(wanted.Where(w => db.Own<SearchWord>().FindEntryUntyped([w, participant.EnrolmentId]) is null)
            .Select(w => new SearchWord { Word = w, EnrolmentId = participant.EnrolmentId }));
    }
}

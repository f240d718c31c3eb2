using Pulih.Chat.Contracts;
using Pulih.Participation.Contracts;
using Pulih.Platform.Storage;
using Pulih.Privacy.Contracts;
using Pulih.Programmes.Contracts;
using Pulih.Registry.Contracts;

namespace Pulih.Participation.Registration;

/// <summary>What a registration may look at, for a whole batch of people: programmes and links from memory, the rest one query each.</summary>
internal sealed class RecallRegistration(IPeople people, IConsent consents, IEnrolments enrolments, EntryPoints entries)
{
    public async Task<IReadOnlyDictionary<Guid, RegistrationKnown>> For(PulihDb db, IReadOnlyCollection<Listener> listeners, CancellationToken cancel)
    {
        var ids = listeners.Select(l => l.PersonId).Distinct().ToList();
        var registered = await people.Load(db, ids, cancel);
        var allowed = await consents.Load(db, ids, cancel);
        var enrolled = registered.Count > 0 ? await enrolments.Load(db, [.. registered.Keys], cancel) : new Dictionary<Guid, IReadOnlyList<EnrolmentInfo>>();
        var (programmes, referrals) = await entries.Now(cancel);
        return ids.ToDictionary(id => id, id => new RegistrationKnown(registered.GetValueOrDefault(id), allowed[id], enrolled.GetValueOrDefault(id) ?? [], programmes, referrals));
    }
}

/// <summary>Where people can come in at this moment.</summary>
internal sealed class EntryPoints(IProgrammes programmes, IReferrals referrals)
{
    public async Task<(ProgrammeMap Programmes, ReferralMap Referrals)> Now(CancellationToken cancel) => (await programmes.Map(cancel), await referrals.Map(cancel));
}

using Pulih.Platform.Events;
using Pulih.Platform.Storage;
using Pulih.Privacy.Contracts;
using Pulih.Sending.Contracts;

namespace Pulih.Participation.Participants;

/// <summary>Who told the provider that they want no promotion has withdrawn the permission for it with us as well.</summary>
internal sealed class KeepRefusals(IConsent consents) : IHandle<OffersRefused>
{
    public async Task Handle(IReadOnlyList<OffersRefused> happened, PulihDb db, CancellationToken cancel)
    {
        var people = happened.Select(h => h.PersonId).Distinct().ToList();
        await consents.Load(db, people, cancel);
        foreach (var person in people)
        {
            consents.Record(db, person, ConsentPurpose.Offers, given: false, consents.Ask(ConsentPurpose.Offers, "").Version, ChannelName.WhatsApp);
        }
    }
}

using Pulih.Chat.Contracts;
using Pulih.Participation.Contracts;
using Pulih.Platform.Storage;
using Pulih.Privacy.Contracts;
using Pulih.Registry.Contracts;

namespace Pulih.Participation.Registration;

/// <summary>The front door of every conversation: takes permission, registers an owner with a business and hands over to the lessons.</summary>
internal sealed class RegistrationDialogue(RecallRegistration recall, RegistrationTurn turn, DoRegistration deeds, IFindSimilar similar) : Dialogue<RegistrationState, RegistrationKnown>
{
    public override string Name => "registration";

    public override bool Claims(string text) => EntryText.Is(text);

    public override Task<IReadOnlyDictionary<Guid, RegistrationKnown>> Recall(PulihDb db, IReadOnlyCollection<Listener> people, CancellationToken cancel) =>
        recall.For(db, people, cancel);

    public override async Task LookUp(PulihDb db, object wanted, Listener listener, RegistrationKnown known, CancellationToken cancel)
    {
        // What only the conversation knows: who it is with, and the number they write from.
        var draft = (Draft)wanted;
        known.LookedUp = (draft, await similar.Find(db, draft with { OwnerId = listener.PersonId, Phone = known.Person?.Phone ?? deeds.Phone(listener) }, cancel));
    }

    public override Answer<RegistrationState> Turn(RegistrationState state, Heard heard, Listener listener, RegistrationKnown known) =>
        turn.Of(state, heard, known);

    // Whoever is not enrolled yet is talked to on the account of the programme whose link they came by.
    public override Guid? Payer(RegistrationState state, Heard heard, RegistrationKnown known) =>
        known.Enrolments.Count > 0 ? known.Enrolments[0].ProgrammeId : known.Destination(state.Referral, heard.At)?.Cohort.ProgrammeId;

    public override void Do(object deed, Listener listener, RegistrationKnown known, PulihDb db) => deeds.Do(deed, listener, known, db);
}

using Pulih.Chat.Contracts;
using Pulih.Participation.Contracts;
using Pulih.Participation.Enrolments;
using Pulih.Registry.Contracts;
using Pulih.Sending.Contracts;

namespace Pulih.Participation.Registration;

/// <summary>Greets an owner who is known: takes their business into the cohort they came for, and asks which one learns where they have several.</summary>
internal sealed class WelcomeBack(RegistrationMessages messages, CollectAnswers collect)
{
    public Answer<RegistrationState> Of(RegistrationState state, Heard heard, RegistrationKnown known, params object[] before)
    {
        var answer = Greet(state, heard, known);
        return answer with { Deeds = [.. before, .. answer.Deeds] };
    }

    private Answer<RegistrationState> Greet(RegistrationState state, Heard heard, RegistrationKnown known)
    {
        var person = known.Person!;
        if (heard.Payload == "learn:new")
        {
            return collect.Go(state with { AnotherBusiness = true, Open = Question.None }, heard, known, []);
        }

        var wanted = Wanted(state, heard, known);
        var chosen = Chosen(state, heard, person);
        if (heard.Kind == HeardKind.Tap && chosen is null && known.Enrolments.Count > 0)
        {
            return new(new RegistrationState()) { Next = CollectAnswers.Lessons }; // A late tap on something long answered.
        }

        var learning = person.Businesses.Where(b => wanted is not null || known.Enrolments.Any(e => e.BusinessId == b.Id)).ToList();
        if (chosen is null && learning.Count != 1)
        {
            var question = messages["which-business", person.Called];
            return new(state with { Open = Question.WhichBusiness }, messages.WhichBusiness(person with { Businesses = learning }, b => $"learn:{b.Id:N}", wanted is not null, question)
                .After(state.Open == Question.WhichBusiness ? messages.Odd(heard) : null));
        }

        return Enter(chosen ?? learning[0], wanted, known);
    }

    private Answer<RegistrationState> Enter(BusinessInfo business, Destination? wanted, RegistrationKnown known)
    {
        var said = new Say(messages["welcome-back", known.Person!.Called]);
        return known.Enter(business.Id, wanted) is { } deeds
            ? new(new RegistrationState(), said) { Deeds = deeds, Next = CollectAnswers.Lessons }
            : new(new RegistrationState(), new(messages["none-open"]));
    }

    /// <summary>Where the person wants to go now; null when they just come back to what they have.</summary>
    private static Destination? Wanted(RegistrationState state, Heard heard, RegistrationKnown known) =>
        state.Referral is not null || known.Enrolments.Count == 0 ? known.Destination(state.Referral, heard.At) : null;

    private static BusinessInfo? Chosen(RegistrationState state, Heard heard, PersonInfo person)
    {
        if (heard.Payload?.Split(':') is ["learn", var id] && Guid.TryParseExact(id, "N", out var tapped))
        {
            return person.Businesses.FirstOrDefault(b => b.Id == tapped);
        }

        var named = state.Open == Question.WhichBusiness && heard.Kind == HeardKind.Text && heard.Text.Length > 2
            ? person.Businesses.Where(b => b.Name.Contains(heard.Text, StringComparison.OrdinalIgnoreCase)).ToList()
            : [];
        return named.Count == 1 ? named[0] : null;
    }
}

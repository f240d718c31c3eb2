using Pulih.Chat.Contracts;
using Pulih.Privacy.Contracts;
using Pulih.Sending.Contracts;

namespace Pulih.Participation.Registration;

/// <summary>One turn of the front door: permission first, then what is still unknown, then the first lesson.</summary>
internal sealed class RegistrationTurn(RegistrationMessages messages, CollectAnswers collect, WelcomeBack welcome, CorrectAnswers correct)
{
    public Answer<RegistrationState> Of(RegistrationState state, Heard heard, RegistrationKnown known)
    {
        if (known.Knows(heard.Referral) || EntryText.Is(heard.Text))
        {
            // The link's words are no answer; they open the door, and open it again.
            state = known.Knows(heard.Referral) ? state with { Referral = heard.Referral } : state;
            heard = heard with { Kind = HeardKind.Begin, Text = "", Word = Word.None };
        }

        if (!known.Consents.Allows(ConsentPurpose.TakePart))
        {
            return AskPermission(state, heard, known);
        }

        if (correct.Concerns(state, heard))
        {
            return correct.Of(state, heard, known);
        }

        return known.Person is { Businesses.Count: > 0 } && !state.AnotherBusiness
            ? welcome.Of(state, heard, known)
            : collect.Of(state, heard, known, []);
    }

    private Answer<RegistrationState> AskPermission(RegistrationState state, Heard heard, RegistrationKnown known)
    {
        var programme = known.Destination(state.Referral, heard.At) is { } destination ? known.Programmes.ById(destination.Cohort.ProgrammeId) : null;
        if (programme is null && known.Person is null)
        {
            return new(state, new(messages["none-open"]));
        }

        var question = messages.Consent(programme);
        if (Said(state, heard) is { } agreed)
        {
            var deed = new AnswerConsent(agreed, question.Choices[0].Payload.Split(':')[^1]);
            return agreed ? Agreed(state, heard, known, deed) : Refused(state, [deed]);
        }

        if (state.Open == Question.Consent)
        {
            return new(state with { Tries = state.Tries + 1 }, question.After(messages.Odd(heard) ?? (heard.Kind == HeardKind.Text && heard.Word == Word.None ? messages["hint.consent"] : null)));
        }

        var refusedBefore = known.Consents.Knows(ConsentPurpose.TakePart);
        return refusedBefore && !WantsIn(heard)
            ? Refused(state, [])
            : new(state with { Open = Question.Consent }, question.After(Opening(heard, known, programme)));
    }

    private Answer<RegistrationState> Agreed(RegistrationState state, Heard heard, RegistrationKnown known, AnswerConsent deed)
    {
        var opened = heard with { Kind = HeardKind.Begin, Payload = null, Word = Word.None, Text = "" };
        var after = state with { Open = Question.None, Tries = 0 };
        return known.Person is { Businesses.Count: > 0 }
            ? welcome.Of(after, opened, known, deed)
            : collect.Of(after, opened, known, [deed]);
    }

    private Answer<RegistrationState> Refused(RegistrationState state, IReadOnlyList<object> deeds) =>
        new(state with { Open = Question.None }, new(messages["declined"]) { Choices = [new(messages["join"], "consent:ask")] }) { Deeds = deeds };

    private string Opening(Heard heard, RegistrationKnown known, Programmes.Contracts.ProgrammeInfo? programme) =>
        known.Person is { } person ? messages["welcome-back", person.Called] + "\n" + messages["safe"] : messages.Greeting(heard.At, programme);

    private static bool? Said(RegistrationState state, Heard heard) => (heard.Payload?.Split(':'), heard.Word) switch
    {
        (["consent", "yes", ..], _) => true,
        (["consent", "no", ..], _) => false,
        (null, Word.Yes) when state.Open == Question.Consent => true,
        (null, Word.No) when state.Open == Question.Consent => false,
        (null, Word.None) when state.Open == Question.Consent && heard.Kind == HeardKind.Text => YesOrNo.Read(heard.Text),
        _ => null,
    };

    private static bool WantsIn(Heard heard) =>
        heard.Word is Word.Yes or Word.Continue or Word.Repeat or Word.ChangeData || heard.Payload == "consent:ask" || heard.Kind == HeardKind.Begin && heard.Referral is not null
        || heard.Text.Contains("daftar", StringComparison.OrdinalIgnoreCase) || heard.Text.Contains("ikut", StringComparison.OrdinalIgnoreCase);
}

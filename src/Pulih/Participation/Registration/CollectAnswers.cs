using Pulih.Chat.Contracts;
using Pulih.Registry.Contracts;

namespace Pulih.Participation.Registration;

/// <summary>Asks what is unknown of an owner and a business, and at the end of it registers both and hands over to the lessons.</summary>
internal sealed class CollectAnswers(RegistrationMessages messages, ReadAnswer read)
{
    public const string Lessons = "learning";

    public Answer<RegistrationState> Of(RegistrationState state, Heard heard, RegistrationKnown known, IReadOnlyList<object> deeds)
    {
        var open = NextQuestion(state, known);
        if (state.Open == open && open != Question.None)
        {
            var reading = read.Of(open, state, heard);
            if (reading.Again is { } again)
            {
                return new(reading.State with { Open = open }, again) { Deeds = deeds };
            }

            state = reading.State with { Tries = 0 };
        }

        return Go(state, heard, known, deeds);
    }

    /// <summary>The next question, or the end of the questions.</summary>
    public Answer<RegistrationState> Go(RegistrationState state, Heard heard, RegistrationKnown known, IReadOnlyList<object> deeds)
    {
        var next = NextQuestion(state, known);
        return next == Question.None
            ? Register(state, heard, known, deeds)
            : new(state with { Open = next, Typed = null }, messages.Ask(next, state).After(Thanks(next, state))) { Deeds = deeds };
    }

    private string? Thanks(Question next, RegistrationState state) =>
        next == Question.BusinessName && state.Name is { } name ? messages["thanks", Called(state.Address, name)] : null;

    private Answer<RegistrationState> Register(RegistrationState state, Heard heard, RegistrationKnown known, IReadOnlyList<object> deeds)
    {
        if (known.Destination(state.Referral, heard.At) is not { } destination)
        {
            return new(state, new(messages["none-open"])) { Deeds = deeds };
        }

        var draft = new Draft(Guid.Empty, known.Person?.Name ?? state.Name!, null, state.BusinessName!, state.Place!);
        if (state.Similar is null && known.LookedUp?.Draft != draft)
        {
            return new(state) { Wanted = draft };
        }

        if (state.Similar is null && known.LookedUp?.Found is { } found)
        {
            state = state with { Similar = found, Open = Question.Similar, Typed = null };
            return new(state, messages.Ask(Question.Similar, state)) { Deeds = deeds };
        }

        if (state is { Same: true, Similar.Own: { } own })
        {
            return new(new RegistrationState(), new(messages["similar.chosen"])) { Deeds = [.. deeds, .. known.Enter(own, destination)!], Next = Lessons };
        }

        var called = known.Person?.Called ?? Called(state.Address, state.Name!);
        var preface = messages.Registered(called, state.BusinessName!, state.Place!, destination, known.Programmes.ById(destination.Cohort.ProgrammeId));
        object[] register = known.Person is null ? [new RegisterOwner(state.Name!, state.Address, state.Place!)] : [];
        return new(new RegistrationState(), new(preface))
        {
            Deeds =
            [
                .. deeds, .. register,
                new AddBusiness(new(state.BusinessName!, state.Sold!, state.Sector!, state.Kbli, state.Place!) { Word = state.Similar is { } asked ? new(asked.RecordId, state.Same == true) : null }),
                new EnrolBusiness(null, destination),
            ],
            Next = Lessons,
        };
    }

    private static string Called(string? address, string name) => new PersonInfo(Guid.Empty, name, null, null, []) { Address = address }.Called;

    private static Question NextQuestion(RegistrationState state, RegistrationKnown known) =>
        known.Person is null && state.Name is null ? Question.Name
        : state.BusinessName is null ? Question.BusinessName
        : state.Sector is null ? Question.Sold
        : state.Place is null ? Question.Place
        : state is { Similar: not null, Same: null } ? Question.Similar
        : Question.None;
}

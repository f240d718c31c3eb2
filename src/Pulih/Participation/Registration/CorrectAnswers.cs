using Pulih.Chat.Contracts;
using Pulih.Registry.Contracts;
using Pulih.Sending.Contracts;

namespace Pulih.Participation.Registration;

/// <summary>"Ubah data", at any time: offers what can be changed, asks anew, and goes back to where the person was.</summary>
internal sealed class CorrectAnswers(RegistrationMessages messages, ReadAnswer read, CollectAnswers collect)
{
    public bool Concerns(RegistrationState state, Heard heard) =>
        heard.Word == Word.ChangeData || state.Correcting != Question.None || state.Open is Question.WhatToChange or Question.WhoseChange
        || heard.Payload is { } payload && payload.StartsWith("fix:", StringComparison.Ordinal);

    public Answer<RegistrationState> Of(RegistrationState state, Heard heard, RegistrationKnown known)
    {
        if (heard.Word == Word.ChangeData)
        {
            return Offer(state, known, null);
        }

        var parts = heard.Payload?.Split(':') ?? [];
        if (parts is ["fix", "none"] || heard.Word is Word.Continue or Word.No && state.Correcting != Question.BusinessName)
        {
            return Back(Calm(state), heard, known, null, []);
        }

        return parts switch
        {
            ["fix", "numbers"] when known.Person is { } owner => Back(Calm(state), heard, known, messages.Numbers(owner, heard.At), []),
            ["fix", var field] when Field(field) is var question and not Question.None => Begin(state, question, heard, known),
            ["whose", var id] when known.Person is { } person && Guid.TryParseExact(id, "N", out var business) && person.Businesses.Any(b => b.Id == business) =>
                AskAnew(state with { Business = business }, known),
            _ when state.Correcting != Question.None && state.Open == state.Correcting => Correct(state, heard, known),
            _ when state.Open == Question.WhoseChange => Whose(state, known.Person!, messages.Odd(heard)),
            _ => Offer(state, known, messages.Odd(heard) ?? messages["hint.change"]),
        };
    }

    private Answer<RegistrationState> Offer(RegistrationState state, RegistrationKnown known, string? hint) =>
        new(state with { Open = Question.WhatToChange, Correcting = Question.None, Typed = null }, messages.WhatToChange(state, known.Person).After(hint));

    private Answer<RegistrationState> Begin(RegistrationState state, Question question, Heard heard, RegistrationKnown known)
    {
        if (known.Person is not { } person || state.AnotherBusiness && question != Question.Name)
        {
            return collect.Go(Calm(Without(state, question)), heard, known, []);
        }

        var asking = state with { Correcting = question, Business = person.Businesses.Count == 1 ? person.Businesses[0].Id : null };
        return question == Question.Name || asking.Business is not null ? AskAnew(asking, known) : Whose(asking, person, null);
    }

    private Answer<RegistrationState> Whose(RegistrationState state, PersonInfo person, string? hint) =>
        new(state with { Open = Question.WhoseChange }, messages.WhichBusiness(person, b => $"whose:{b.Id:N}", another: false, messages["change.whose"]).After(hint));

    private Answer<RegistrationState> AskAnew(RegistrationState state, RegistrationKnown known)
    {
        var name = known.Person!.Businesses.FirstOrDefault(b => b.Id == state.Business)?.Name;
        return new(state with { Open = state.Correcting, Typed = null }, messages.Ask(state.Correcting, state with { BusinessName = name }));
    }

    private Answer<RegistrationState> Correct(RegistrationState state, Heard heard, RegistrationKnown known)
    {
        var business = known.Person!.Businesses.FirstOrDefault(b => b.Id == state.Business);
        // Read on a clean sheet, so that a new name of the business does not change what it sells.
        var sheet = new RegistrationState { Typed = state.Typed, Tries = state.Tries, BusinessName = business?.Name, Sector = business?.SectorKey };
        var reading = read.Of(state.Correcting, sheet, heard);
        if (reading.Again is { } again)
        {
            return new(state with { Typed = reading.State.Typed, Tries = reading.State.Tries }, again);
        }

        var answered = reading.State;
        object? deed = state.Correcting switch
        {
            Question.Name => new CorrectName(answered.Name!, answered.Address),
            Question.BusinessName when answered.BusinessName is { Length: > 0 } name => new CorrectBusiness(business!.Id, new(Name: name)),
            Question.Sold => new CorrectBusiness(business!.Id, new(Sold: answered.Sold, SectorKey: answered.Sector, Kbli: answered.Kbli)),
            Question.Place => new CorrectBusiness(business!.Id, new(RegionCode: answered.Place)),
            _ => null, // "Belum ada nama": it keeps the one it has.
        };
        return Back(Calm(state), heard, known, messages["saved"], deed is null ? [] : [deed]);
    }

    private Answer<RegistrationState> Back(RegistrationState state, Heard heard, RegistrationKnown known, string? said, IReadOnlyList<object> deeds)
    {
        if (known.Person is not null && known.Enrolments.Count > 0 && !state.AnotherBusiness)
        {
            return new(state, said is null ? null : new Say(said)) { Deeds = deeds, Next = CollectAnswers.Lessons };
        }

        return known.Person is { Businesses.Count: > 0 } && !state.AnotherBusiness
            ? new(state, new(said ?? messages["saved"])) { Deeds = deeds }
            : collect.Go(state, heard, known, deeds);
    }

    private static RegistrationState Calm(RegistrationState state) => state with { Open = Question.None, Correcting = Question.None, Business = null, Typed = null, Tries = 0 };

    // What was found similar was similar to what stood there before.
    private static RegistrationState Without(RegistrationState state, Question question) => Cleared(state with { Similar = null, Same = null }, question);

    private static RegistrationState Cleared(RegistrationState state, Question question) => question switch
    {
        Question.Name => state with { Name = null, Address = null },
        Question.BusinessName => state with { BusinessName = null },
        Question.Sold => state with { Sold = null, Sector = null, Kbli = null },
        _ => state with { Place = null },
    };

    private static Question Field(string field) => field switch { "name" => Question.Name, "business" => Question.BusinessName, "sold" => Question.Sold, "place" => Question.Place, _ => Question.None };
}

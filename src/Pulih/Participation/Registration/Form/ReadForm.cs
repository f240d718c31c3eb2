using Pulih.Chat.Contracts;
using Pulih.Registry.Contracts;
using Pulih.Sending.Contracts;

namespace Pulih.Participation.Registration.Form;

/// <summary>A form as understood: the answers, and beside each that was not understood what to say, perhaps with choices.</summary>
internal sealed record FormRead(RegistrationState Answers, string? Phone, IReadOnlyDictionary<string, Say> Unclear);

/// <summary>Reads a form by the same rules as the answers in a chat.</summary>
internal sealed class ReadForm(ReadAnswer read, RegistrationMessages messages, IPeople people)
{
    public FormRead Of(RegistrationForm form, bool phoneNeeded)
    {
        var (state, unclear) = (new RegistrationState(), new Dictionary<string, Say>(StringComparer.Ordinal));
        Take(nameof(form.Name), Question.Name, Typed(form.Name));
        Take(nameof(form.Business), Question.BusinessName, Typed(form.Business));
        state = state with { Typed = form.Sector is null ? null : people.ReadBusinessName(form.Sold ?? "") };
        Take(nameof(form.Sold), Question.Sold, form.Sector is { } sector ? Tapped($"sector:{sector}") : Typed(form.Sold));
        Take(nameof(form.Place), Question.Place, form.Region is { Length: > 0 } region ? Tapped($"region:{region}") : Typed(form.Place));
        var phone = people.ReadPhone(form.Phone ?? "");
        if (phone is null && (phoneNeeded || !string.IsNullOrWhiteSpace(form.Phone)))
        {
            unclear[nameof(form.Phone)] = new(messages["form.phone.wrong"]);
        }

        if (!form.Agreed)
        {
            unclear[nameof(form.Agreed)] = new(messages["form.agree.needed"]);
        }

        return new(state, phone, unclear);

        void Take(string field, Question question, Heard heard)
        {
            var known = state.Sector is not null;
            var reading = read.Of(question, state, heard);
            state = reading.State with { Typed = null };
            if (reading.Again is { } again && !(question == Question.Sold && known))
            {
                unclear[field] = again;
            }
        }
    }

    private static Heard Typed(string? text) => new(HeardKind.Text, text?.Trim() ?? "", default, "");

    private static Heard Tapped(string payload) => Typed(null) with { Kind = HeardKind.Tap, Payload = payload };
}

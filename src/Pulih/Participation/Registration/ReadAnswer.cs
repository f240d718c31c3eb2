using Pulih.Chat.Contracts;
using Pulih.Registry.Contracts;
using Pulih.Sending.Contracts;

namespace Pulih.Participation.Registration;

/// <summary>How an answer was understood: the state with it, or what to say when it was not enough.</summary>
/// <param name="State">The state after the answer; its field of the open question is set when the answer was understood.</param>
/// <param name="Again">What to say instead of the next question; null when it was understood.</param>
internal sealed record Reading(RegistrationState State, Say? Again = null);

/// <summary>Understands answers to the questions about name, business, wares and place.</summary>
internal sealed class ReadAnswer(RegistrationMessages messages, IPeople people, ISectors sectors, ReadPlace place)
{
    private const int LongName = 120;

    private static readonly string[] Unnamed = ["belum", "blm", "belom", "tidak", "tdk", "gak", "ga", "nggak", "tanpa", "no"];

    public Reading Of(Question question, RegistrationState state, Heard heard)
    {
        if (heard.Kind == HeardKind.Tap && question is not (Question.Sold or Question.Place or Question.Similar))
        {
            return Again(question, state, null); // A late tap on an older question.
        }

        if (messages.Odd(heard) is { } odd && !(question == Question.Place && heard.Kind == HeardKind.Text))
        {
            return Again(question, state, odd);
        }

        if (heard.Kind == HeardKind.Begin || heard.Word is Word.Continue or Word.Repeat)
        {
            return new(state, messages.Ask(question, state));
        }

        return question switch
        {
            Question.Name => Name(state, heard),
            Question.BusinessName => BusinessName(state, heard),
            Question.Sold => Sold(state, heard),
            Question.Similar => Similar(state, heard),
            _ => place.Of(state, heard),
        };
    }

    private Reading Name(RegistrationState state, Heard heard)
    {
        if (heard.Word != Word.None || people.ReadName(heard.Text) is not { } read)
        {
            return Again(Question.Name, state, messages["hint.name"]);
        }

        return heard.Text.Length > LongName
            ? Again(Question.Name, state, messages["hint.long"])
            : new(state with { Name = read.Name, Address = read.Address });
    }

    private Reading BusinessName(RegistrationState state, Heard heard)
    {
        var typed = heard.Text;
        if (heard.Text.Length > LongName)
        {
            return Again(Question.BusinessName, state, messages["hint.long"]);
        }

        if (heard.Word == Word.No || SaysUnnamed(ref typed))
        {
            typed = people.ReadBusinessName(typed) ?? "";
            if (heard.Word == Word.No || typed.Length == 0)
            {
                return new(state with { BusinessName = "" }); // Named after its wares once they are known.
            }
        }

        if (heard.Word is not (Word.None or Word.No) || people.ReadBusinessName(typed) is not { } name)
        {
            return Again(Question.BusinessName, state, messages["hint.business"]);
        }

        var named = state with { BusinessName = name };
        // "Keripik Bu Sri" says what it sells, and spares a question.
        return state.Sector is null && sectors.Match(name) is { One: { } sector } match
            ? new(named with { Sold = name, Sector = sector.Key, Kbli = match.Kbli })
            : new(named);
    }

    private Reading Sold(RegistrationState state, Heard heard)
    {
        if (heard.Payload is { } payload)
        {
            return payload.Split(':') is ["sector", var key] && sectors.Get(key) is { } tapped
                ? new(Told(state, state.Typed ?? tapped.Title, tapped, tapped.Kbli))
                : Again(Question.Sold, state, null);
        }

        if (heard.Word != Word.None || people.ReadBusinessName(heard.Text) is not { } sold)
        {
            return Again(Question.Sold, state, messages["hint.sold"]);
        }

        var match = sectors.Match(heard.Text);
        if (match.One is { } known)
        {
            return new(Told(state, sold, known, match.Kbli));
        }

        return state.Typed is null
            ? new(state with { Typed = sold, Tries = state.Tries + 1 }, messages.Sold(state, match.Several).After(messages["hint.sold.unsure"]))
            : new(Told(state, sold, sectors.Get(Sector.Other)!, null)); // Told twice in own words: the words are kept, the choice is not forced.
    }

    private Reading Similar(RegistrationState state, Heard heard) => (heard.Payload, heard.Word) switch
    {
        ("similar:yes", _) or (null, Word.Yes) => new(state with { Same = true }),
        ("similar:no", _) or (null, Word.No) => new(state with { Same = false }),
        (null, Word.None) when YesOrNo.Read(heard.Text) is { } same => new(state with { Same = same }),
        _ => Again(Question.Similar, state, null),
    };

    private static RegistrationState Told(RegistrationState state, string sold, Sector sector, string? kbli) => state with
    {
        Sold = sold, Sector = sector.Key, Kbli = string.IsNullOrEmpty(kbli) ? null : kbli, Typed = null,
        BusinessName = string.IsNullOrEmpty(state.BusinessName) ? Cut.To(sold, 60) : state.BusinessName,
    };

    /// <summary>"Belum ada nama, jualan keripik": leaves what follows.</summary>
    private static bool SaysUnnamed(ref string typed)
    {
        var words = typed.Split((char[])[' ', ',', '.', ';', '\n'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || !Unnamed.Contains(words[0], StringComparer.OrdinalIgnoreCase))
        {
            return typed.Trim() is "-" or "--" or "0";
        }

        typed = string.Join(' ', words.SkipWhile(w => Unnamed.Contains(w, StringComparer.OrdinalIgnoreCase) || w.ToLowerInvariant() is "ada" or "ad" or "punya" or "pny" or "nama" or "namanya" or "name" or "kasih" or "dikasih" or "tapi" or "jualan" or "jual" or "jualannya" or "saya" or "kak" or "pak" or "bu" or "min" or "usaha" or "usahanya"));
        return true;
    }

    private Reading Again(Question question, RegistrationState state, string? hint) =>
        new(state with { Tries = state.Tries + 1 }, messages.Ask(question, state).After(hint));
}

using Pulih.Chat.Contracts;
using Pulih.Registry.Contracts;

namespace Pulih.Participation.Registration;

/// <summary>Understands where a business is: a kecamatan, or a kabupaten or kota where no more is told.</summary>
internal sealed class ReadPlace(RegistrationMessages messages, IRegions regions)
{
    private const int Kept = 120;

    public Reading Of(RegistrationState state, Heard heard)
    {
        if (heard.Payload is { } payload)
        {
            return payload.Split(':') is ["region", var code] && regions.Get(code) is { Parent: not null } tapped
                ? Found(state, tapped)
                : new(state, messages.Ask(Question.Place, state));
        }

        var match = Match(state, heard.Text);
        if (match.One is { } one)
        {
            return Found(state, one);
        }

        var asked = state with { Typed = Cut.To(heard.Text, Kept), Tries = state.Tries + 1 };
        if (match.Several.Count > 0)
        {
            return new(asked, messages.Places(match));
        }

        return match.TooWide is { } province
            ? new(asked, new(messages["place.wide", province.Name]))
            : new(state with { Tries = state.Tries + 1 }, messages.Ask(Question.Place, state).After(messages.Odd(heard) ?? messages["place.unknown"]));
    }

    /// <summary>Together with what was typed before, so that "kota" after "Kediri" is one place; alone where that says more.</summary>
    private RegionMatch Match(RegistrationState state, string typed)
    {
        var alone = regions.Find(typed);
        if (state.Typed is not { } before)
        {
            return alone;
        }

        var together = regions.Find($"{typed} {before}");
        var narrows = together.One is { } one && regions.Find(before).Several.Any(one.IsWithin);
        return narrows || alone == RegionMatch.Nothing ? together : alone;
    }

    private static Reading Found(RegistrationState state, Region region) => new(state with { Place = region.Code, Typed = null });
}

using System.Globalization;
using FakeMeta;
using FakeMeta.People;

namespace Pulih.Chat.Simulator;

/// <summary>What one phone shows at this moment.</summary>
internal sealed class PhoneScreen(Phone phone, string publicUrl, DateTime now)
{
    private static readonly TimeSpan AnswerMayTake = TimeSpan.FromSeconds(60);

    public string Number => phone.Number;

    public string Name => phone.Name;

    /// <summary>The channel it shows.</summary>
    public required string Channel { get; init; }

    public bool Typing { get; } = phone.BusinessIsTyping;

    /// <summary>Taken before the bubbles, so that a change in between is shown the next time.</summary>
    public string Version { get; } = string.Create(CultureInfo.InvariantCulture, $"\"{phone.Version}{(phone.BusinessIsTyping ? "t" : "")}\"");

    public IReadOnlyList<Bubble> Bubbles { get; } = [.. phone.Chat.Select(e => Bubble.Of(e, publicUrl))];

    /// <summary>The person wrote last, and not long ago: an answer is on its way.</summary>
    public bool Expects => Bubbles is [.., { Mine: true, State: not ChatState.Failed } last] && now - last.At < AnswerMayTake;

    /// <summary>In the typing field before anything is typed, as an entry link fills it.</summary>
    public string? Draft { get; init; }

    /// <summary>The numbers of all phones on the page, to come back to after a form.</summary>
    public string All { get; init; } = phone.Number;

    /// <summary>The page without this phone; null where it is the only one.</summary>
    public string? Without { get; init; }
}

using Pulih.Platform.Storage;
using Pulih.Sending.Contracts;

namespace Pulih.Chat.Contracts;

/// <summary>
/// A capability's part of the conversation. Derive from <see cref="Dialogue{TState, TKnown}"/>; the conversation itself
/// knows no quiz, no course and no survey.
/// </summary>
public interface IDialogue
{
    /// <summary>A short lower-case name, stored with the conversation and before the payload of each button.</summary>
    string Name { get; }

    /// <summary>
    /// True for a text this dialogue answers whatever is open, such as a sign-in code. It answers aside: the open
    /// dialogue stays open, unless the answer hands over.
    /// </summary>
    bool Claims(string text);

    /// <summary>True for a dialogue whose buttons are answered aside too: a class is joined in the middle of a lesson, and the lesson stays open.</summary>
    bool Aside => false;

    /// <summary>Its entry in the menu, at most 24 characters in the language of the turn; null for what is not chosen there. Choosing it opens the dialogue.</summary>
    string? MenuTitle => null;

    /// <summary>What a turn may look at besides its own state, for a whole batch of people at once: one query, or a few, never one a person.</summary>
    Task<IReadOnlyDictionary<Guid, object>> Recall(PulihDb db, IReadOnlyCollection<Listener> people, CancellationToken cancel);

    /// <summary>The answer to one message. Pure: same state, same message, same known things, same answer.</summary>
    Answer Turn(string? state, Heard heard, Listener listener, object known);

    /// <summary>Finds what an answer wanted to know, and notes it in what is known; the same turn is then asked once more. Asked singly, so it is for what happens once in a long time.</summary>
    Task LookUp(PulihDb db, object wanted, Listener listener, object known, CancellationToken cancel) =>
        throw new NotSupportedException($"Dialogue {Name} looks nothing up.");

    /// <summary>Carries out what an answer decided, on the entities and the database of the batch, without asking the database anything and without saving.</summary>
    void Do(object deed, Listener listener, object known, PulihDb db);
}

/// <summary>The person a turn is with.</summary>
/// <param name="PersonId">Fixed from the first message on; the registry uses it when the person registers.</param>
/// <param name="Channel"><c>whatsapp</c>, <c>messenger</c> or <c>instagram</c>.</param>
/// <param name="Address">The channel's address: on WhatsApp the number without plus, or the business-scoped id.</param>
/// <param name="ProfileName">What the person calls themselves on the channel; not verified, may be null.</param>
/// <param name="Language"><c>id</c> or <c>en</c>.</param>
public sealed record Listener(Guid PersonId, string Channel, string Address, string? ProfileName, string Language);

/// <summary>An answer in its stored form.</summary>
/// <param name="State">The dialogue's state after the turn, as JSON.</param>
/// <param name="Say">What to say; null says nothing.</param>
/// <param name="Deeds">What to do, in order; each comes back to <see cref="IDialogue.Do"/>.</param>
/// <param name="Next">The dialogue to hand over to. It is asked at once with <see cref="HeardKind.Begin"/>, and <paramref name="Say"/>'s text becomes the preface of its message.</param>
/// <param name="Wanted">What must be looked up before this turn can be answered; all else is left out then.</param>
/// <param name="Payer">The programme that pays for what is said; null where the dialogue does not know, and the one before goes on paying.</param>
public sealed record Answer(string? State, Say? Say, IReadOnlyList<object> Deeds, string? Next, object? Wanted = null, Guid? Payer = null);

using System.Text.Json;
using Pulih.Platform.Storage;
using Pulih.Sending.Contracts;

namespace Pulih.Chat.Contracts;

/// <summary>A dialogue with its state and what it knows as types.</summary>
/// <typeparam name="TState">Small and serialisable; what must survive until the person writes again, be it days.</typeparam>
/// <typeparam name="TKnown">What <see cref="Recall"/> found of one person; it may hold tracked entities, which only <see cref="Do"/> changes.</typeparam>
public abstract class Dialogue<TState, TKnown> : IDialogue
    where TState : class, new()
    where TKnown : class
{
    public abstract string Name { get; }

    public virtual bool Claims(string text) => false;

    public virtual bool Aside => false;

    public virtual string? MenuTitle => null;

    /// <summary>What is known of each of these people; an entry for every one of them, also for strangers.</summary>
    public abstract Task<IReadOnlyDictionary<Guid, TKnown>> Recall(PulihDb db, IReadOnlyCollection<Listener> people, CancellationToken cancel);

    /// <summary>The answer to one message; pure.</summary>
    public abstract Answer<TState> Turn(TState state, Heard heard, Listener listener, TKnown known);

    /// <summary>Carries out one deed in memory, without querying and without saving.</summary>
    public abstract void Do(object deed, Listener listener, TKnown known, PulihDb db);

    /// <summary>The programme that pays for the answer to this message, by the state after it; null where that is not known. Pure.</summary>
    public virtual Guid? Payer(TState state, Heard heard, TKnown known) => null;

    /// <summary>Finds what an answer wanted and notes it in what is known.</summary>
    public virtual Task LookUp(PulihDb db, object wanted, Listener listener, TKnown known, CancellationToken cancel) =>
        throw new NotSupportedException($"Dialogue {Name} looks nothing up.");

    async Task<IReadOnlyDictionary<Guid, object>> IDialogue.Recall(PulihDb db, IReadOnlyCollection<Listener> people, CancellationToken cancel) =>
        (await Recall(db, people, cancel)).ToDictionary(k => k.Key, object (k) => k.Value);

    Answer IDialogue.Turn(string? state, Heard heard, Listener listener, object known)
    {
        var before = state is null ? new TState() : JsonSerializer.Deserialize<TState>(state)!;
        var answer = Turn(before, heard, listener, (TKnown)known);
        return new(JsonSerializer.Serialize(answer.State), answer.Say, answer.Deeds, answer.Next, answer.Wanted, Payer(answer.State, heard, (TKnown)known));
    }

    Task IDialogue.LookUp(PulihDb db, object wanted, Listener listener, object known, CancellationToken cancel) => LookUp(db, wanted, listener, (TKnown)known, cancel);

    void IDialogue.Do(object deed, Listener listener, object known, PulihDb db) => Do(deed, listener, (TKnown)known, db);
}

/// <summary>What a turn answers: the state after it, what to say, what to do, and perhaps who goes on.</summary>
public sealed record Answer<TState>(TState State, Say? Say = null)
    where TState : class
{
    /// <summary>Records of the dialogue's own, carried out in order by its <c>Do</c>.</summary>
    public IReadOnlyList<object> Deeds { get; init; } = [];

    /// <summary>The name of the dialogue that goes on with the conversation.</summary>
    public string? Next { get; init; }

    /// <summary>What must be looked up before this turn can be answered; the turn is asked again when it is known.</summary>
    public object? Wanted { get; init; }
}

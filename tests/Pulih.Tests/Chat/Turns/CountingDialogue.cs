using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pulih.Chat.Contracts;
using Pulih.Platform.Facts;
using Pulih.Platform.Storage;
using Pulih.Sending.Contracts;

namespace Pulih.Chat.Turns;

/// <summary>The smallest dialogue there is: counts what it hears, records a fact for each, and breaks on a word when told to.</summary>
internal sealed class CountingDialogue(TimeProvider clock) : Dialogue<CountingDialogue.Count, CountingDialogue.Nothing>
{
    public const string Poison = "racun";

    public override string Name => "registration";

    public static Action<WebApplicationBuilder> Only => builder =>
    {
        builder.Services.RemoveAll<IDialogue>();
        builder.Services.RemoveAll<IKnowAddresses>();
        builder.Services.AddSingleton<IDialogue, CountingDialogue>();
    };

    public override Task<IReadOnlyDictionary<Guid, Nothing>> Recall(PulihDb db, IReadOnlyCollection<Listener> people, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<Guid, Nothing>>(people.DistinctBy(p => p.PersonId).ToDictionary(p => p.PersonId, _ => new Nothing()));

    public override Answer<Count> Turn(Count state, Heard heard, Listener listener, Nothing known)
    {
        if (heard.Text.Contains(Poison, StringComparison.Ordinal))
        {
            throw new InvalidOperationException("The dialogue cannot bear this message.");
        }

        var next = new Count { Heard = state.Heard + 1 };
        return new(next, new Say($"{next.Heard}: {heard.Kind} {heard.Text} {heard.Payload}".TrimEnd()) { Choices = [new("Satu", "one"), new("Dua", "two")] }) { Deeds = [next.Heard] };
    }

    public override void Do(object deed, Listener listener, Nothing known, PulihDb db) =>
        db.Attest("test.counted", listener.PersonId, new { Count = (int)deed }, clock);

    internal sealed class Count
    {
        public int Heard { get; init; }
    }

    internal sealed class Nothing;
}

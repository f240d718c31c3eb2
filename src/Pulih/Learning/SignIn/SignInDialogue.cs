using Microsoft.Extensions.Localization;
using Pulih.Chat.Contracts;
using Pulih.Platform.Events;
using Pulih.Platform.Storage;
using Pulih.Sending.Contracts;

namespace Pulih.Learning.SignIn;

/// <summary>Takes the code of a browser out of any conversation and leaves the conversation as it was.</summary>
internal sealed class SignInDialogue(IStringLocalizer<Texts> text, TimeProvider clock) : Dialogue<SignInDialogue.Nothing, SignInDialogue.Nothing>
{
    public const string Keyword = "MASUK";
    private const int Digits = 6;

    public override string Name => "signin";

    public override bool Claims(string text) => CodeIn(text) is not null;

    public override Task<IReadOnlyDictionary<Guid, Nothing>> Recall(PulihDb db, IReadOnlyCollection<Listener> people, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<Guid, Nothing>>(people.Select(p => p.PersonId).Distinct().ToDictionary(p => p, _ => new Nothing()));

    public override Answer<Nothing> Turn(Nothing state, Heard heard, Listener listener, Nothing known) =>
        CodeIn(heard.Text) is { } code ? new(state, new Say(text["SignInSent"])) { Deeds = [code] } : new(state);

    public override void Do(object deed, Listener listener, Nothing known, PulihDb db) =>
        db.Raise(new SignInCodeSent(listener.PersonId, SignInRequest.HashOf((string)deed)), clock);

    private static string? CodeIn(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words is [var keyword, var code] && keyword.Equals(Keyword, StringComparison.OrdinalIgnoreCase) && code.Length == Digits && code.All(char.IsAsciiDigit) ? code : null;
    }

    internal sealed class Nothing;
}

/// <summary>A person sent a sign-in code; whose browser it belongs to is found afterwards.</summary>
internal sealed record SignInCodeSent(Guid PersonId, string CodeHash) : IEvent
{
    public static string Name => "learning.sign-in-code-sent";
}

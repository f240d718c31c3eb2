using Microsoft.Extensions.Localization;
using Pulih.Chat.Contracts;

namespace Pulih.Learning.Conversation;

/// <summary>The kind sentence before an open question that is asked again, by what was heard instead of an answer.</summary>
internal sealed class LearningPrefaces(IStringLocalizer<Texts> texts)
{
    public string? For(Heard heard) => Key(heard) is { } key ? texts[key].Value : null;

    private static string? Key(Heard heard) => heard.Kind switch
    {
        HeardKind.Begin => null,
        HeardKind.Tap => "TappedBefore",
        HeardKind.Voice => "HeardVoice",
        HeardKind.Text when heard.Word is Word.Repeat or Word.Continue || !heard.Open => null,
        HeardKind.Text => "NotUnderstood",
        _ => "HeardOther",
    };
}

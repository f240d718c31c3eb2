using Microsoft.Extensions.Localization;

namespace Pulih.Learning.Progress;

/// <summary>Says in one sentence what is still missing; the same words in chat, on the page and at the desk.</summary>
internal sealed class MissingSentence(IStringLocalizer<Texts> texts)
{
    /// <summary>The sentence; null when nothing is missing.</summary>
    public string? Of(Missing missing)
    {
        var said = new[]
        {
            missing.Lessons > 0 ? texts["MissingLessons", missing.Lessons] : null,
            missing.Quiz ? texts["MissingQuiz"] : null,
            missing.Minutes > 0 ? texts["MissingMinutes", missing.Minutes] : null,
            missing.Task is { } task ? texts["MissingTask" + task] : null,
        };
        string[] parts = [.. said.OfType<LocalizedString>().Select(part => part.Value)];
        return parts switch
        {
            [] => null,
            [var only] => texts["Missing", only].Value,
            _ => texts["Missing", texts["MissingAnd", string.Join(", ", parts[..^1]), parts[^1]].Value].Value,
        };
    }
}

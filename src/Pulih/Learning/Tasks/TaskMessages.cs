using Microsoft.Extensions.Localization;
using Pulih.Learning.Contracts;
using Pulih.Learning.Progress;
using Pulih.Sending.Contracts;

namespace Pulih.Learning.Tasks;

/// <summary>Writes what is said of a practical task in chat.</summary>
internal sealed class TaskMessages(IStringLocalizer<Texts> texts, MissingSentence sentence)
{
    /// <summary>What is to be done, and how it is shown.</summary>
    public string Asked(PracticalTask task) => texts["TaskAsked", task.Text, Listed("– ", task.Rubric)];

    /// <summary>What a passed quiz's message says of what is still to come.</summary>
    public string Rest(CompiledCourse course, Missing missing)
    {
        var said = new List<string>();
        if (missing.Task is TaskState.Waiting)
        {
            said.Add(texts["TaskWaits"]);
        }
        else if (missing.Task is { } open)
        {
            said.Add(texts[open == TaskState.Returned ? "TaskAgain" : "TaskLeft"]);
            said.Add(Asked(course.Task!));
        }

        if (missing.Minutes > 0)
        {
            said.Add(texts["TaskMinutes", missing.Minutes]);
        }

        return string.Join("\n\n", said);
    }

    /// <summary>A photo or link came in; <paramref name="number"/> counts from 1.</summary>
    public Say Taken(int number) => new(texts[number == 1 ? "TaskTaken" : "TaskTakenMore", number, Piece.Most]);

    public Say Full() => new(texts["TaskFull", Piece.Most]);

    /// <summary>What a trainer said, in the order a person reads it: what is good, what is still to do, the trainer's own words.</summary>
    public Say Verdict(CompiledCourse course, HandIn judged, Missing missing)
    {
        var task = course.Task!;
        var accepted = judged.State == HandInState.Accepted;
        var good = judged.Ticked.Select(i => task.Rubric[i]).ToList();
        string?[] said =
        [
            texts[accepted ? "VerdictAccepted" : "VerdictReturned", course.Title].Value,
            good.Count > 0 ? $"{texts["VerdictGood"].Value}\n{Listed("✓ ", good)}" : null,
            accepted ? null : $"{texts["VerdictToDo"].Value}\n{Listed("– ", task.Rubric.Except(good))}",
            judged.Words.Length > 0 ? texts["VerdictWords", judged.Words].Value : null,
            accepted ? sentence.Of(missing) : texts["VerdictSend"].Value,
        ];
        return new(string.Join("\n\n", said.OfType<string>()));
    }

    /// <summary>None of the photos could be got from the provider.</summary>
    public Say Lost() => new(texts["TaskLost"]);

    private static string Listed(string sign, IEnumerable<string> lines) => string.Join('\n', lines.Select(line => sign + line));
}

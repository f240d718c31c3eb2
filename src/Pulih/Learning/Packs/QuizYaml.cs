using Pulih.Learning.Contracts;
using YamlDotNet.RepresentationModel;

namespace Pulih.Learning.Packs;

/// <summary>Reads <c>quiz.yaml</c>, a list of questions.</summary>
internal static class QuizYaml
{
    public const string File = "quiz.yaml";

    public static IReadOnlyList<Question> Read(PackSource pack, PackProblems problems)
    {
        if (pack.Text(File, problems) is not { } text || PackYaml.Load(File, text, problems) is not { } root)
        {
            return [];
        }

        if (root is not YamlSequenceNode { Children.Count: > 0 } list)
        {
            problems.Add(File, PackYaml.LineOf(root), "QuizNotList");
            return [];
        }

        var questions = new List<Question>();
        foreach (var item in list.Children)
        {
            if (item is YamlMappingNode mapping)
            {
                questions.Add(ReadQuestion(new PackYaml(File, mapping, problems), questions, problems));
            }
            else
            {
                problems.Add(File, PackYaml.LineOf(item), "YamlNotFields");
            }
        }

        return questions;
    }

    private static Question ReadQuestion(PackYaml fields, List<Question> before, PackProblems problems)
    {
        var id = fields.Text("id", PackLimits.Title);
        if (id.Length > 0 && !CourseYaml.IsSlug(id))
        {
            problems.Add(File, fields.LineOfField("id"), "IdNotSlug", id);
        }

        if (before.Any(question => question.Id == id))
        {
            problems.Add(File, fields.LineOfField("id"), "IdTwice", id);
        }

        var text = fields.Text("text", PackLimits.QuestionText);
        var options = fields.Texts(
            "options", 2, PackLimits.ListRows, count => count <= PackLimits.Buttons ? PackLimits.ButtonTitle : PackLimits.ListRowTitle);
        if (options.Distinct(StringComparer.OrdinalIgnoreCase).Count() < options.Count)
        {
            problems.Add(File, fields.LineOfField("options"), "OptionTwice");
        }

        var correct = fields.Number("correct", 1, Math.Max(1, options.Count));
        var explain = fields.Text("explain", PackLimits.Explain);
        var carried = before.Count == 0 ? 0 : before[^1].Explain.Length;
        if (options.Count <= PackLimits.Buttons && text.Length + carried > PackLimits.ButtonsBody - PackLimits.QuestionPreface)
        {
            problems.Add(
                File, fields.LineOfField("text"), "QuestionWithExplain", text.Length, carried, PackLimits.ButtonsBody - PackLimits.QuestionPreface);
        }

        RefuseSigns(fields, "text", text, problems);
        RefuseSigns(fields, "explain", explain, problems);
        fields.RefuseOthers();
        return new(id, text, options, correct - 1, explain);
    }

    private static void RefuseSigns(PackYaml fields, string key, string text, PackProblems problems)
    {
        if (ChatSigns.FirstIn(text) is { } sign)
        {
            problems.Add(File, fields.LineOfField(key), "SignInText", sign);
        }
    }
}

using Pulih.Learning.Contracts;
using YamlDotNet.RepresentationModel;

namespace Pulih.Learning.Packs;

/// <summary>Reads <c>quiz.yaml</c>, a list of questions.</summary>
internal static class QuizYaml
{
    public const string File = "quiz.yaml";

    public static IReadOnlyList<Question> Read(PackSource pack, PackProblems problems, string? language = null)
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
                questions.Add(QuestionYaml.Read(pack, new PackYaml(File, mapping, problems), questions, language, problems));
            }
            else
            {
                problems.Add(File, PackYaml.LineOf(item), "YamlNotFields");
            }
        }

        return questions;
    }
}

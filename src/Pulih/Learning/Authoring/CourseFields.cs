using Pulih.Learning.Packs;
using YamlDotNet.RepresentationModel;

namespace Pulih.Learning.Authoring;

/// <summary>What a form asks about a course as a whole.</summary>
internal sealed class CourseFields
{
    public string? Title { get; set; }
    public string? Summary { get; set; }
    public string? Authors { get; set; }
    public string? Licence { get; set; }
    public string? Language { get; set; } = "id";
    public int? Minutes { get; set; } = 20;
    public int? Needed { get; set; } = 5;

    /// <summary>How many questions are drawn for an attempt; empty for all.</summary>
    public int? Draw { get; set; }

    public bool Shuffle { get; set; }

    /// <summary>How many attempts there are; empty for as many as it takes.</summary>
    public int? Attempts { get; set; }

    /// <summary>Minutes until the next attempt; empty for none.</summary>
    public int? Wait { get; set; }

    /// <summary>Minutes an attempt may take; empty for no limit.</summary>
    public int? Limit { get; set; }

    /// <summary>Whose voice speaks: <c>synthetic</c> or <c>recorded</c>; empty where nothing is spoken.</summary>
    public string? Voice { get; set; }

    /// <summary>Minutes of live classes; empty for none.</summary>
    public int? ClassMinutes { get; set; }

    /// <summary>The practical task; empty for none.</summary>
    public string? Task { get; set; }

    /// <summary>What a trainer ticks, one a line.</summary>
    public string? Rubric { get; set; }

    public int? RubricNeeded { get; set; }

    /// <summary>Reads <c>course.yaml</c> however incomplete it is; what is missing stays empty.</summary>
    public static CourseFields Read(PackFiles files)
    {
        var root = Yaml.Root(files.Text(CourseYaml.File)) as YamlMappingNode;
        var quiz = Yaml.Node(root, "quiz") as YamlMappingNode;
        var task = Yaml.Node(root, "task") as YamlMappingNode;
        return new()
        {
            Title = Yaml.Text(root, "title"), Summary = Yaml.Text(root, "summary"), Licence = Yaml.Text(root, "licence"), Language = Yaml.Text(root, "language") ?? "id",
            Authors = Yaml.Node(root, "authors") is YamlSequenceNode list ? string.Join(", ", list.Children.OfType<YamlScalarNode>().Select(a => a.Value)) : Yaml.Text(root, "authors"),
            Draw = Yaml.Number(quiz, "draw"), Shuffle = Yaml.Text(quiz, "shuffle") == "true", Attempts = Yaml.Number(quiz, "attempts"), Wait = Yaml.Number(quiz, "wait"), Limit = Yaml.Number(quiz, "limit"),
            Voice = Yaml.Text(root, "voice"),
            ClassMinutes = Yaml.Number(Yaml.Node(root, "classes") as YamlMappingNode, "minutes"),
            Task = Yaml.Text(task, "text"), RubricNeeded = Yaml.Number(task, "needed"),
            Rubric = Yaml.Node(task, "rubric") is YamlSequenceNode rubric ? string.Join('\n', rubric.Children.OfType<YamlScalarNode>().Select(l => l.Value)) : Yaml.Text(task, "rubric"),
            Minutes = Yaml.Number(root, "minutes"), Needed = Yaml.Number(quiz, "needed"),
        };
    }

    public void Write(PackFiles files)
    {
        var fields = new Dictionary<string, object>
        {
            ["code"] = files.Code, ["language"] = Language ?? "", ["title"] = Title?.Trim() ?? "", ["summary"] = Summary?.Trim() ?? "", ["minutes"] = Minutes ?? 0,
            ["authors"] = (Authors ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            ["licence"] = Licence?.Trim() ?? "", ["quiz"] = QuizRules(),
        };
        if (ClassMinutes is > 0)
        {
            fields["classes"] = new Dictionary<string, object> { ["minutes"] = ClassMinutes.Value };
        }

        if (!string.IsNullOrWhiteSpace(Voice))
        {
            fields["voice"] = Voice.Trim();
        }

        string[] rubric = (Rubric ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (!string.IsNullOrWhiteSpace(Task) || rubric.Length > 0)
        {
            fields["task"] = new Dictionary<string, object> { ["text"] = Task?.Trim() ?? "", ["rubric"] = rubric, ["needed"] = RubricNeeded ?? rubric.Length };
        }

        files[CourseYaml.File] = Yaml.Written(fields);
    }

    private Dictionary<string, object> QuizRules()
    {
        var rules = new Dictionary<string, object> { ["needed"] = Needed ?? 0 };
        foreach (var (key, value) in new[] { ("draw", Draw), ("attempts", Attempts), ("wait", Wait), ("limit", Limit) })
        {
            if (value is { } set)
            {
                rules[key] = set;
            }
        }

        if (Shuffle)
        {
            rules["shuffle"] = true;
        }

        return rules;
    }
}

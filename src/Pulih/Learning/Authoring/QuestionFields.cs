using System.Globalization;
using Pulih.Learning.Contracts;
using Pulih.Learning.Packs;
using YamlDotNet.RepresentationModel;

namespace Pulih.Learning.Authoring;

/// <summary>One question of the quiz, as a form asks for it.</summary>
internal sealed class QuestionFields : MediaFields
{
    private const StringSplitOptions Clean = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    public string? Id { get; set; }

    /// <summary>One of <see cref="QuestionYaml.Kinds"/>.</summary>
    public string? Kind { get; set; } = QuestionYaml.Kinds[0];

    public string? Text { get; set; }

    /// <summary>One option a line, perhaps with what is said to who chooses it: <c>Di bawah lampu | Lampu membuat warna kuning.</c></summary>
    public string? Options { get; set; }

    /// <summary>The number of the right option from 1, the numbers of all right ones (<c>1, 3</c>), or <c>true</c> and <c>false</c>.</summary>
    public string? Correct { get; set; } = "1";

    /// <summary>The right number, or the words that are right, one a line.</summary>
    public string? Answer { get; set; }

    /// <summary>A number this far off is still right.</summary>
    public string? Within { get; set; }

    public string? Explain { get; set; }

    /// <summary>How a question's kind is written in a pack.</summary>
    public static string KindOf(Question question) =>
        question is { Kind: QuestionKind.Single, Options: ["Benar", "Salah"] or ["True", "False"] } ? "true-false" : question.Kind.ToString().ToLowerInvariant();

    public static List<QuestionFields> Read(PackFiles files) =>
    [
        .. (Yaml.Root(files.Text(QuizYaml.File)) as YamlSequenceNode)?.Children.OfType<YamlMappingNode>().Select(q => new QuestionFields
        {
            Id = Yaml.Text(q, "id"), Kind = Yaml.Text(q, "kind") ?? QuestionYaml.Kinds[0], Text = Yaml.Text(q, "text"), Explain = Yaml.Text(q, "explain"), Options = Yaml.Lines(Yaml.Node(q, "options")),
            Correct = Yaml.Lines(Yaml.Node(q, "correct"))?.Replace("\n", ", ", StringComparison.Ordinal), Answer = Yaml.Lines(Yaml.Node(q, "answer")), Within = Yaml.Text(q, "within"),
            Picture = Yaml.Text(q, "picture") is { Length: > 0 } picture ? PackPictures.PathOf(picture) : "", Alt = Yaml.Text(q, "alt") ?? "",
            Audio = Yaml.Text(q, "audio") is { Length: > 0 } audio ? PackAudio.PathOf(audio) : "",
        }) ?? [],
    ];

    public static void Write(PackFiles files, IReadOnlyList<QuestionFields> questions)
    {
        // Answers are kept by a question's id, so a question that has one keeps it, wherever it moves.
        var given = questions.Select(q => q.Id).Where(id => id is not null && CourseYaml.IsSlug(id)).ToHashSet(StringComparer.Ordinal);
        var used = new HashSet<string>(StringComparer.Ordinal);
        files[QuizYaml.File] = Yaml.Written(questions.Select(q => q.Written(q.Id is not null && given.Contains(q.Id) && used.Add(q.Id) ? q.Id : Fresh())).ToList());

        string Fresh()
        {
            for (var number = 1; ; number++)
            {
                if (string.Create(CultureInfo.InvariantCulture, $"q{number}") is var id && !given.Contains(id) && used.Add(id))
                {
                    return id;
                }
            }
        }
    }

    private Dictionary<string, object> Written(string id)
    {
        var fields = new Dictionary<string, object> { ["id"] = id };
        if (Kind is not null && Kind != QuestionYaml.Kinds[0])
        {
            fields["kind"] = Kind;
        }

        fields["text"] = Text?.Trim() ?? "";
        if (!string.IsNullOrWhiteSpace(Picture))
        {
            (fields["picture"], fields["alt"]) = (Picture.Split('/')[^1], Alt?.Trim() ?? "");
        }

        if (!string.IsNullOrWhiteSpace(Audio))
        {
            fields["audio"] = Audio.Split('/')[^1];
        }

        switch (Kind)
        {
            case "true-false":
                fields["correct"] = Correct?.Trim().ToLowerInvariant() is "false" or "salah" or "2" ? "false" : "true";
                break;
            case "number":
                fields["answer"] = Answer?.Trim() ?? "";
                if (!string.IsNullOrWhiteSpace(Within))
                {
                    fields["within"] = Within.Trim();
                }

                break;
            case "text":
                fields["answer"] = Lines(Answer);
                break;
            default:
                fields["options"] = Lines(Options).Select(Option).ToList();
                if (Kind != "order")
                {
                    string[] numbers = (Correct ?? "").Split([',', ' ', ';'], Clean);
                    fields["correct"] = Kind == "multiple" ? numbers : numbers.FirstOrDefault() ?? "";
                }

                break;
        }

        fields["explain"] = Explain?.Trim() ?? "";
        return fields;
    }

    private static string[] Lines(string? text) => (text ?? "").Split('\n', Clean);

    // The bar stands between an option and what is said to who chooses it.
    private object Option(string line) => Kind is null or "single" && line.Split('|', 2, Clean) is [var option, var say] ? new Dictionary<string, object> { ["text"] = option, ["say"] = say } : line;
}

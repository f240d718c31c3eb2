using Pulih.Learning.Contracts;
using YamlDotNet.RepresentationModel;

namespace Pulih.Learning.Packs;

/// <summary>What <c>course.yaml</c> says about a course.</summary>
internal sealed record CourseYaml(
    string Code, string Language, string Title, string Summary, int Minutes, IReadOnlyList<string> Authors, string Licence, int Needed, int NeededLine)
{
    /// <summary>How the quiz is held; its questions are none of <c>course.yaml</c>'s.</summary>
    public Quiz Quiz { get; private init; } = new(1, []);

    public bool VoiceIsSynthetic { get; private init; }

    public PracticalTask? Task { get; private init; }

    public int ClassMinutes { get; private init; }

    public const string File = "course.yaml";
    private static readonly string[] Languages = ["id", "en"];

    public static CourseYaml? Read(PackSource pack, PackProblems problems)
    {
        if (pack.Text(File, problems) is not { } text || PackYaml.Load(File, text, problems) is not { } root)
        {
            return null;
        }

        if (root is not YamlMappingNode mapping)
        {
            problems.Add(File, PackYaml.LineOf(root), "YamlNotFields");
            return null;
        }

        var fields = new PackYaml(File, mapping, problems);
        var code = fields.Text("code", PackLimits.Title);
        if (code.Length > 0 && (!IsSlug(code) || code != pack.Folder))
        {
            problems.Add(File, fields.LineOfField("code"), "CodeNotFolder", pack.Folder);
        }

        var language = fields.Text("language", 2);
        if (language.Length > 0 && !Languages.Contains(language, StringComparer.Ordinal))
        {
            problems.Add(File, fields.LineOfField("language"), "LanguageUnknown", string.Join(", ", Languages));
        }

        var title = fields.Text("title", PackLimits.Title);
        var summary = fields.Text("summary", PackLimits.Summary);
        var minutes = fields.Number("minutes", 1, 600);
        var authors = fields.Texts("authors", 1, 20, _ => 100);
        var licence = fields.Text("licence", 100);
        var quiz = fields.Part("quiz");
        var needed = quiz?.Number("needed", 1, 100) ?? 1;
        var rules = quiz is null ? new(needed, []) : ReadRules(quiz, needed);
        quiz?.RefuseOthers();
        var classes = fields.Has("classes") ? fields.Part("classes") : null;
        var classMinutes = classes?.Number("minutes", 1, PackLimits.ClassMinutes) ?? 0;
        classes?.RefuseOthers();
        var voice = fields.Has("voice") ? fields.Text("voice", 20) : "";
        if (voice is not ("" or "synthetic" or "recorded"))
        {
            problems.Add(File, fields.LineOfField("voice"), "VoiceUnknown");
        }

        var task = fields.Has("task") ? ReadTask(fields.Part("task"), problems) : null;
        fields.RefuseOthers();
        return new(code, language, title, summary, minutes, authors, licence, needed, quiz?.LineOfField("needed") ?? fields.Line) { Quiz = rules, VoiceIsSynthetic = voice == "synthetic", Task = task, ClassMinutes = classMinutes };
    }

    private static Quiz ReadRules(PackYaml quiz, int needed)
    {
        int? Optional(string key, int to) => quiz.Has(key) ? quiz.Number(key, 1, to) : null;
        return new(needed, [])
        {
            Draw = Optional("draw", 100), Shuffles = quiz.Has("shuffle") && quiz.YesOrNo("shuffle"), Attempts = Optional("attempts", PackLimits.Attempts) ?? 0,
            Wait = TimeSpan.FromMinutes(Optional("wait", PackLimits.QuizMinutes) ?? 0), Limit = Optional("limit", PackLimits.QuizMinutes) is { } limit ? TimeSpan.FromMinutes(limit) : null,
        };
    }

    private static PracticalTask? ReadTask(PackYaml? fields, PackProblems problems)
    {
        if (fields is null)
        {
            return null;
        }

        var text = fields.Text("text", PackLimits.TaskText);
        var rubric = fields.Texts("rubric", 1, PackLimits.RubricLines, _ => PackLimits.RubricLine);
        var needed = fields.Number("needed", 1, Math.Max(1, rubric.Count));
        foreach (var (key, line) in rubric.Select(line => ("rubric", line)).Prepend(("text", text)))
        {
            if (ChatSigns.FirstIn(line) is { } sign)
            {
                problems.Add(File, fields.LineOfField(key), "SignInText", sign);
            }
        }

        fields.RefuseOthers();
        return new(text, rubric, needed);
    }

    /// <summary>Small letters, digits and single hyphens: safe in an address and a file name on every system.</summary>
    public static bool IsSlug(ReadOnlySpan<char> text) =>
        !text.IsEmpty && text[0] != '-' && text[^1] != '-' && text.IndexOf("--", StringComparison.Ordinal) < 0
        && !text.ContainsAnyExcept("abcdefghijklmnopqrstuvwxyz0123456789-");
}

using YamlDotNet.RepresentationModel;

namespace Pulih.Learning.Packs;

/// <summary>What <c>course.yaml</c> says about a course.</summary>
internal sealed record CourseYaml(
    string Code, string Language, string Title, string Summary, int Minutes, IReadOnlyList<string> Authors, string Licence, int Needed, int NeededLine)
{
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
        quiz?.RefuseOthers();
        fields.RefuseOthers();
        return new(code, language, title, summary, minutes, authors, licence, needed, quiz?.LineOfField("needed") ?? fields.Line);
    }

    /// <summary>Small letters, digits and single hyphens: safe in an address and a file name on every system.</summary>
    public static bool IsSlug(ReadOnlySpan<char> text) =>
        !text.IsEmpty && text[0] != '-' && text[^1] != '-' && text.IndexOf("--", StringComparison.Ordinal) < 0
        && !text.ContainsAnyExcept("abcdefghijklmnopqrstuvwxyz0123456789-");
}

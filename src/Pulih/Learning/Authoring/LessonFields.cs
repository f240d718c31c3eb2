using System.Text;
using System.Text.RegularExpressions;
using Pulih.Learning.Packs;

namespace Pulih.Learning.Authoring;

/// <summary>Picture and voice of one part of a pack, as a form asks for them.</summary>
internal abstract class MediaFields
{
    /// <summary>The path of its picture in the pack; empty for none.</summary>
    public string? Picture { get; set; }

    public string? Alt { get; set; }

    /// <summary>A photo chosen just now.</summary>
    public IFormFile? Photo { get; set; }

    /// <summary>The path of its voice in the pack; empty for none.</summary>
    public string? Audio { get; set; }

    /// <summary>A recording chosen just now.</summary>
    public IFormFile? Recording { get; set; }

    /// <summary>Its voice is to be taken away.</summary>
    public bool Silence { get; set; }
}

/// <summary>One step of a lesson, as a form asks for it.</summary>
internal sealed class StepFields : MediaFields
{
    public string? Text { get; set; }
}

/// <summary>One lesson, as a form asks for it: title and steps. Reading and writing again changes nothing but blank lines.</summary>
internal sealed partial class LessonFields
{
    private const int MostMilliseconds = 1_000;

    public string? Title { get; set; }
    public List<StepFields> Steps { get; set; } = [];

    public static LessonFields Read(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var first = Array.FindIndex(lines, l => !string.IsNullOrWhiteSpace(l));
        var hasTitle = first >= 0 && lines[first].StartsWith("# ", StringComparison.Ordinal);
        var lesson = new LessonFields { Title = hasTitle ? lines[first][2..].Trim() : "" };
        var step = new List<string>();
        foreach (var line in lines.Skip(hasTitle ? first + 1 : 0).Append("---"))
        {
            if (line.Trim() == "---")
            {
                lesson.Steps.Add(ReadStep(step));
                step.Clear();
            }
            else
            {
                step.Add(line);
            }
        }

        return lesson;
    }

    public string Written()
    {
        var text = new StringBuilder($"# {Line(Title)}\n");
        for (var i = 0; i < Steps.Count; i++)
        {
            text.Append(i > 0 ? "\n---\n" : "");
            if (!string.IsNullOrWhiteSpace(Steps[i].Picture))
            {
                text.Append($"\n![{Line(Steps[i].Alt).Replace('[', '(').Replace(']', ')')}]({Line(Steps[i].Picture)})\n");
            }

            if (!string.IsNullOrWhiteSpace(Steps[i].Audio))
            {
                text.Append($"\n[Suara]({Line(Steps[i].Audio)})\n");
            }

            text.Append($"\n{(Steps[i].Text ?? "").ReplaceLineEndings("\n").Trim()}\n");
        }

        return text.ToString();
    }

    private static StepFields ReadStep(List<string> lines)
    {
        var picture = lines.FindIndex(l => PictureLine().IsMatch(l));
        var shown = picture < 0 ? null : PictureLine().Match(lines[picture]);
        var audio = lines.FindIndex(l => AudioLine().IsMatch(l));
        return new()
        {
            Audio = audio < 0 ? "" : AudioLine().Match(lines[audio]).Groups["path"].Value,
            Text = string.Join('\n', lines.Where((_, i) => i != picture && i != audio)).Trim(), Picture = shown?.Groups["path"].Value ?? "", Alt = shown?.Groups["alt"].Value ?? "",
        };
    }

    private static string Line(string? text) => (text ?? "").ReplaceLineEndings(" ").Trim();

    [GeneratedRegex(@"^\s*!\[(?<alt>[^\]]*)\]\((?<path>[^)\s]+)\)\s*$", RegexOptions.ExplicitCapture, MostMilliseconds)]
    private static partial Regex PictureLine();

    [GeneratedRegex(@"^\s*\[[^\]]*\]\((?<path>audio/[^)\s]+\.ogg)\)\s*$", RegexOptions.ExplicitCapture, MostMilliseconds)]
    private static partial Regex AudioLine();
}

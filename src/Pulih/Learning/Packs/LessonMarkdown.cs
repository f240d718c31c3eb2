using System.Globalization;
using Pulih.Learning.Contracts;

namespace Pulih.Learning.Packs;

/// <summary>Reads one lesson file: a title, then steps with a line <c>---</c> between them.</summary>
internal static class LessonMarkdown
{
    /// <summary>The number a lesson's file name begins with (<c>01-siap.md</c>), or null when it is no such name.</summary>
    public static int? NumberOf(string path)
    {
        var slug = path.EndsWith(".md", StringComparison.Ordinal) ? path.AsSpan(0, path.Length - 3) : [];
        return slug.Length > 3 && slug[2] == '-' && CourseYaml.IsSlug(slug[3..])
            && int.TryParse(slug[..2], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    public static Lesson? Read(PackSource pack, string file, int number, PackProblems problems)
    {
        if (pack.Text(file, problems) is not { } text)
        {
            return null;
        }

        var lines = text.Split('\n');
        var first = Array.FindIndex(lines, line => !string.IsNullOrWhiteSpace(line));
        if (first < 0 || !lines[first].StartsWith("# ", StringComparison.Ordinal))
        {
            problems.Add(file, Math.Max(first, 0) + 1, "LessonNoTitle");
            return null;
        }

        var title = lines[first][2..].Trim();
        if (title.Length > PackLimits.Title)
        {
            problems.Add(file, first + 1, "TooLong", "title", title.Length, PackLimits.Title);
        }

        if (ChatSigns.FirstIn(title) is { } sign)
        {
            problems.Add(file, first + 1, "SignInText", sign);
        }

        return new(number, title, [.. Steps(lines, first + 1).Select(part => StepMarkdown.Read(pack, file, part.Line, part.Text, problems))]);
    }

    private static IEnumerable<(int Line, string Text)> Steps(string[] lines, int start)
    {
        for (var i = start; i <= lines.Length; i++)
        {
            if (i == lines.Length || lines[i].Trim() == "---")
            {
                yield return (start, string.Join('\n', lines[start..i]));
                start = i + 1;
            }
        }
    }
}

using System.Globalization;
using Pulih.Learning.Contracts;
using Pulih.Learning.Quizzes;
using Pulih.Platform.Language;

namespace Pulih.Learning.Packs;

/// <summary>Reads one question of <c>quiz.yaml</c> in its kind's own form.</summary>
internal static class QuestionYaml
{
    /// <summary>How the kinds are written; true-false is a choice between two given words.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["single", "multiple", "true-false", "order", "number", "text"];

    // "Urutkan", "Balas dengan hurufnya" and the letters around them.
    private const int HowTyped = 160;
    private const int MostRight = 10;

    public static Question Read(PackSource pack, PackYaml fields, List<Question> before, string? language, PackProblems problems)
    {
        var id = fields.Text("id", PackLimits.Title);
        if (id.Length > 0 && !CourseYaml.IsSlug(id))
        {
            problems.Add(QuizYaml.File, fields.LineOfField("id"), "IdNotSlug", id);
        }

        if (before.Any(question => question.Id == id))
        {
            problems.Add(QuizYaml.File, fields.LineOfField("id"), "IdTwice", id);
        }

        var kind = fields.Has("kind") ? fields.Text("kind", 20) : Kinds[0];
        if (!Kinds.Contains(kind, StringComparer.Ordinal))
        {
            problems.Add(QuizYaml.File, fields.LineOfField("kind"), "KindUnknown", string.Join(", ", Kinds));
            kind = Kinds[0];
        }

        var text = fields.Text("text", PackLimits.QuestionText);
        var question = kind switch
        {
            "multiple" => Multiple(id, text, fields, problems),
            "true-false" => TrueFalse(id, text, language, fields, problems),
            "order" => Order(id, text, fields),
            "number" => Number(id, text, fields, problems),
            "text" => Words(id, text, fields),
            _ => Single(id, text, fields),
        };
        question = question with { Explain = fields.Text("explain", PackLimits.Explain), Drawing = Picture(pack, fields, question, problems), Audio = Voice(pack, fields, problems) };
        Check(question, fields, before, problems);
        fields.RefuseOthers();
        return question;
    }

    private static Question Single(string id, string text, PackYaml fields)
    {
        var options = fields.Options("options", 2, PackLimits.ListRows, count => count <= PackLimits.Buttons ? PackLimits.ButtonTitle : PackLimits.ListRowTitle);
        var said = options.Select((o, i) => (Number: i + 1, o.Say)).Where(o => o.Say is not null).ToDictionary(o => o.Number, o => o.Say!);
        return new(id, text, [.. options.Select(o => o.Text)], Written(fields.Number("correct", 1, Math.Max(1, options.Count))), "") { Said = said };
    }

    private static Question Multiple(string id, string text, PackYaml fields, PackProblems problems)
    {
        var options = fields.Texts("options", 2, PackLimits.ListRows, _ => PackLimits.TypedOption);
        var right = fields.Numbers("correct", 1, Math.Max(1, options.Count));
        if (right.Distinct().Count() < right.Count)
        {
            problems.Add(QuizYaml.File, fields.LineOfField("correct"), "CorrectTwice");
        }

        return new(id, text, options, string.Join(',', right.Distinct().Order().Select(Written)), "") { Kind = QuestionKind.Multiple };
    }

    private static Question TrueFalse(string id, string text, string? language, PackYaml fields, PackProblems problems)
    {
        var right = fields.Text("correct", 10).ToLowerInvariant();
        if (right is not ("" or "true" or "false"))
        {
            problems.Add(QuizYaml.File, fields.LineOfField("correct"), "CorrectTrueFalse");
        }

        return new(id, text, language == "en" ? ["True", "False"] : ["Benar", "Salah"], right == "false" ? "2" : "1", "");
    }

    private static Question Order(string id, string text, PackYaml fields)
    {
        var options = fields.Texts("options", 2, PackLimits.ListRows, _ => PackLimits.TypedOption);
        return new(id, text, options, string.Join(',', Enumerable.Range(1, options.Count).Select(Written)), "") { Kind = QuestionKind.Order };
    }

    private static Question Number(string id, string text, PackYaml fields, PackProblems problems) =>
        new(id, text, [], Amount(fields, "answer", problems), "")
        {
            Kind = QuestionKind.Number, Within = fields.Has("within") ? decimal.Parse(Amount(fields, "within", problems), CultureInfo.InvariantCulture) : 0,
        };

    private static string Amount(PackYaml fields, string key, PackProblems problems)
    {
        var written = fields.Text(key, 20);
        if (written.Length > 0 && TypedNumber.Of(written) is null)
        {
            problems.Add(QuizYaml.File, fields.LineOfField(key), "AnswerNoNumber", key);
        }

        return (TypedNumber.Of(written) ?? 0).ToString(CultureInfo.InvariantCulture);
    }

    private static Question Words(string id, string text, PackYaml fields)
    {
        var right = fields.Texts("answer", 1, MostRight, _ => AskedQuestion.LongestAnswer);
        return new(id, text, [], right.Count > 0 ? right[0] : "", "") { Kind = QuestionKind.Text, AlsoRight = [.. right.Skip(1)] };
    }

    /// <summary>A picture asked about: <c>picture: warung.svg</c> and <c>alt:</c>, what it shows.</summary>
    private static Drawing? Picture(PackSource pack, PackYaml fields, Question question, PackProblems problems)
    {
        if (!fields.Has("picture"))
        {
            return null;
        }

        var (file, alt) = (fields.Text("picture", 100), fields.Text("alt", PackLimits.Alt));
        if (PackPictures.NameOf(PackPictures.PathOf(file)) is null || pack.Bytes(PackPictures.PathOf(file)) is not { } picture)
        {
            problems.Add(QuizYaml.File, fields.LineOfField("picture"), "FileMissing", file);
            return null;
        }

        if (question.Kind == QuestionKind.Single && question.Options.Count > PackLimits.Buttons)
        {
            problems.Add(QuizYaml.File, fields.LineOfField("picture"), "PictureWithList", PackLimits.Buttons);
        }

        var (width, height) = PackPictures.SizeOf(file, picture);
        return new(file, alt, width, height);
    }

    /// <summary>The question spoken: <c>audio: q1.ogg</c>.</summary>
    private static string? Voice(PackSource pack, PackYaml fields, PackProblems problems)
    {
        if (!fields.Has("audio"))
        {
            return null;
        }

        var file = fields.Text("audio", 100);
        if (PackAudio.NameOf(PackAudio.PathOf(file)) is null || pack.Bytes(PackAudio.PathOf(file)) is null)
        {
            problems.Add(QuizYaml.File, fields.LineOfField("audio"), "FileMissing", file);
        }

        return file;
    }

    private static void Check(Question question, PackYaml fields, List<Question> before, PackProblems problems)
    {
        if (question.Options.Distinct(StringComparer.OrdinalIgnoreCase).Count() < question.Options.Count)
        {
            problems.Add(QuizYaml.File, fields.LineOfField("options"), "OptionTwice");
        }

        // What goes in one message: the explanation of the question before, this one, and its options where they are typed.
        var carried = before.Count == 0 ? 0 : before.Max(q => q.Explain.Length + q.Said.Values.Select(s => s.Length + 1).DefaultIfEmpty(0).Max());
        var typed = question.Kind == QuestionKind.Single ? 0 : HowTyped + question.Options.Sum(o => o.Length + 4);
        if ((question.Options.Count <= PackLimits.Buttons || typed > 0) && question.Text.Length + carried + typed > PackLimits.ButtonsBody - PackLimits.QuestionPreface)
        {
            problems.Add(QuizYaml.File, fields.LineOfField("text"), "QuestionWithExplain", question.Text.Length + typed, carried, PackLimits.ButtonsBody - PackLimits.QuestionPreface);
        }

        foreach (var (key, text) in question.Options.Concat(question.Said.Values).Select(o => ("options", o)).Append(("text", question.Text)).Append(("explain", question.Explain)))
        {
            if (ChatSigns.FirstIn(text) is { } sign)
            {
                problems.Add(QuizYaml.File, fields.LineOfField(key), "SignInText", sign);
            }
        }
    }

    private static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);
}

using Microsoft.Extensions.Localization;
using Pulih.Platform.Language;

namespace Pulih.Recovery.Pulse;

/// <summary>All questions of a month on one form. What is left empty stays as it was; a wrong field is explained beside it and keeps the others.</summary>
internal sealed class PulseForm(IStringLocalizer<Texts> text, DateOnly month, Report? report)
{
    private static readonly Question[] Asked = [Question.Status, Question.Sales, Question.Compared, Question.Workers, Question.Online, Question.Rotating];

    public static IReadOnlyList<Question> Questions => Asked;

    public DateOnly Month => month;

    /// <summary>What is wrong with a field, by its question.</summary>
    public Dictionary<Question, string> Wrong { get; } = [];

    private readonly Dictionary<Question, string> typed = [];

    /// <summary>Reads what was sent: the answers that can be kept.</summary>
    public IReadOnlyList<(Question Question, long Value)> Read(IFormCollection form)
    {
        var answers = new List<(Question, long)>();
        foreach (var question in Asked)
        {
            var value = form[Name(question)].ToString().Trim();
            typed[question] = value;
            if (value.Length == 0)
            {
                continue;
            }

            var (number, trouble) = question == Question.Sales ? Amount(value) : (Whole(value), question switch { Question.Workers => "pulse.workers.unclear", Question.Online => "pulse.online.unclear", _ => "pulse.not-understood" });
            if (number is { } given && Survey.Fits(question, month, given))
            {
                answers.Add((question, given));
            }
            else
            {
                Wrong[question] = text[trouble];
            }
        }

        return answers;
    }

    public static string Name(Question question) => question.ToString();

    /// <summary>What the field shows: what was typed, else what is known.</summary>
    public string Shown(Question question) => typed.GetValueOrDefault(question) ?? (report?.Value(question) is { } value ? value.ToString(System.Globalization.CultureInfo.InvariantCulture) : "");

    public string Words(Question question) => text[Survey.QuestionKey(question, month), Formats.Month(month), Formats.Month(month.AddYears(-1))];

    public IEnumerable<(long Value, string Words)> Options(Question question) => Survey.Options(question, month).Select(o => (o, text[Survey.OptionKey(question, month, o)].Value));

    private static (long?, string) Amount(string value)
    {
        var read = TypedAmount.Of(value);
        return (read.Refusal is null ? read.Rupiah : null, read.Refusal ?? "amount.unclear");
    }

    private static long? Whole(string value) =>
        TypedNumber.Of(value) is { } number && number == Math.Floor(number) ? (long)number
        : long.TryParse(value, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var signed) ? signed : null;
}

using Pulih.Platform.Language;

namespace Pulih.Recovery.Pulse;

/// <summary>What is asked about a month. The numbers are stored with every answer and never change their meaning.</summary>
internal enum Question
{
    Status = 1,

    /// <summary>Only of a business that has ended.</summary>
    Reason = 2,
    Sales = 3,
    Compared = 4,
    Workers = 5,
    Online = 6,

    /// <summary>One that changes from month to month; see <see cref="Survey.RotatingOf"/>.</summary>
    Rotating = 7,
}

/// <summary>How a business fares, as its owner says.</summary>
internal enum OperatingStatus
{
    Open = 1, Partly = 2, Closed = 3, Ended = 4,
}

/// <summary>What the sixth question asks.</summary>
internal enum Rotating
{
    CashWeeks = 1, Credit = 2, Records = 3, NewProduct = 4, Obstacle = 5,
}

/// <summary>
/// The monthly survey: six short questions about the month just ended, after the World Bank's Business Pulse Survey
/// (covideconsurveys.org). Each may be skipped.
/// </summary>
internal static class Survey
{
    /// <summary>The version of the wordings, kept with every answer. Raise it whenever a word of a question changes: a series never mixes two.</summary>
    public const string Version = "2026-11";

    /// <summary>The days of a month on which the programme asks by itself.</summary>
    public const int FirstDay = 3;

    /// <inheritdoc cref="FirstDay"/>
    public const int LastDay = 10;

    public const int MostWorkers = 500;

    /// <summary>Out of how many buyers those who came online are counted.</summary>
    public const int Buyers = 10;

    /// <summary>The furthest a band goes: four up, four down, and the same between.</summary>
    public const int Bands = 4;

    /// <summary>The month that is asked about at a moment: the one just ended, in western Indonesia.</summary>
    public static DateOnly MonthAt(DateTime utc) => Formats.MonthInWib(utc).AddMonths(-1);

    /// <summary>What the sixth question asks about a month; each comes back every five months.</summary>
    public static Rotating RotatingOf(DateOnly month) => (Rotating)((((month.Year * 12) + month.Month) % 5) + 1);

    /// <summary>What is open in a month's report; null when everything was answered or skipped. Answers to other wordings answer nothing.</summary>
    public static Question? Next(Report? report)
    {
        report = report?.Wording == Version ? report : null;
        foreach (var question in Sequence(report?.Status))
        {
            if (report?.Has(question) != true)
            {
                return question;
            }
        }

        return null;
    }

    /// <summary>The questions a business is asked, by how it fares: one that has ended is asked why and then no more; a closed one sells nothing.</summary>
    public static IReadOnlyList<Question> Sequence(OperatingStatus? status) => status switch
    {
        OperatingStatus.Ended => [Question.Status, Question.Reason],
        OperatingStatus.Closed => [Question.Status, Question.Rotating],
        _ => [Question.Status, Question.Sales, Question.Compared, Question.Workers, Question.Online, Question.Rotating],
    };

    /// <summary>The answers there are to choose from, as they are stored; empty where a number is typed.</summary>
    public static IReadOnlyList<long> Options(Question question, DateOnly month) => question switch
    {
        Question.Status => [1, 2, 3, 4],
        Question.Reason => [1, 2, 3, 4, 5],
        Question.Compared => [-4, -3, -2, -1, 0, 1, 2, 3, 4],
        Question.Rotating => RotatingOf(month) == Rotating.Obstacle ? [1, 2, 3, 4] : RotatingOf(month) == Rotating.NewProduct ? [1, 2] : [1, 2, 3],
        _ => [],
    };

    /// <summary>Whether a stored value can be an answer.</summary>
    public static bool Fits(Question question, DateOnly month, long value) => question switch
    {
        Question.Sales => value is >= 0 and <= TypedAmount.Most,
        Question.Workers => value is >= 0 and <= MostWorkers,
        Question.Online => value is >= 0 and <= Buyers,
        _ => Options(question, month).Contains(value),
    };

    /// <summary>The key of an option's words: the sixth question's depend on what it asks.</summary>
    public static string OptionKey(Question question, DateOnly month, long value) =>
        FormattableString.Invariant($"{QuestionKey(question, month)}.{value}");

    public static string QuestionKey(Question question, DateOnly month) =>
        question == Question.Rotating ? $"pulse.{RotatingOf(month)}" : $"pulse.{question}";
}

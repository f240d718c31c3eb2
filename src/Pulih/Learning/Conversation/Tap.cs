using System.Globalization;
using Pulih.Learning.Progress;

namespace Pulih.Learning.Conversation;

internal enum TapKind
{
    /// <summary>No tap, or none of ours.</summary>
    None,

    /// <summary>Go on from the open step.</summary>
    Next,

    /// <summary>Answer the question about the business that rode with the step, and go on.</summary>
    Profile,

    /// <summary>Answer the open question of the quiz.</summary>
    Option,

    /// <summary>Begin the quiz again.</summary>
    Repeat,

    /// <summary>Go on with this study.</summary>
    Open,

    /// <summary>Hear what is open, and what follows too.</summary>
    Listen,

    /// <summary>Read only.</summary>
    Silent,
}

/// <summary>
/// What a button says by itself, because it may be tapped late or twice: which enrolment, course and version, and the
/// place it was offered at. Written as seven fields with colons, at most 150 characters.
/// </summary>
internal sealed record Tap(TapKind Kind, Guid Enrolment, string Course, string Version, Place Place, string Detail)
{
    private static readonly Tap Nothing = new(TapKind.None, Guid.Empty, "", "", default, "");

    public int Choice => int.TryParse(Detail.AsSpan(Detail.IndexOf('=') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var choice) ? choice : -1;

    /// <summary>The question about the business that was answered.</summary>
    public string Question => Detail[..Math.Max(0, Detail.IndexOf('='))];

    public static string Write(TapKind kind, Study study, Place place, string detail = "") => string.Create(
        CultureInfo.InvariantCulture,
        $"{(int)kind}:{study.Enrolment.Id:N}:{study.Course.Code}:{study.Course.Version}:{place.Lesson}.{place.Step}:{place.Attempt}.{place.Question}:{detail}");

    public static Tap Read(string? payload)
    {
        if (payload?.Split(':') is not [var kind, var enrolment, var course, var version, var step, var question, var detail]
            || !Number(kind, out var known) || !Guid.TryParseExact(enrolment, "N", out var id)
            || step.Split('.') is not [var lesson, var number] || question.Split('.') is not [var attempt, var asked]
            || !Number(lesson, out var l) || !Number(number, out var s) || !Number(attempt, out var a) || !Number(asked, out var q))
        {
            return Nothing;
        }

        return new((TapKind)known, id, course, version, new(l, s, a, q, 0), detail);
    }

    /// <summary>Offered exactly where the study stands now.</summary>
    public bool FitsNow(Study study) =>
        study.Is(Enrolment, Course) && Version == study.Course.Version && Place == study.Place with { Right = 0 };

    private static bool Number(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}

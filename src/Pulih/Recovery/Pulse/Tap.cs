using System.Globalization;
using Pulih.Platform.Language;

namespace Pulih.Recovery.Pulse;

/// <summary>What a button of the survey says by itself, because it may be tapped late or twice: month, business, question and answer.</summary>
/// <param name="Value">Null skips the question.</param>
internal sealed record Tap(DateOnly Month, Guid Business, Question Question, long? Value)
{
    private const string Skip = "-";

    public static string Write(PulseKnown known, PanelMember member, Question question, long? value) =>
        string.Create(CultureInfo.InvariantCulture, $"{known.Month:yyyyMM} {member.BusinessId:N} {(int)question} {value?.ToString(CultureInfo.InvariantCulture) ?? Skip}");

    /// <summary>Null for what is no answer, or none to that question.</summary>
    public static Tap? Read(string? payload)
    {
        if (payload?.Split(' ') is not [var month, var business, var question, var value]
            || !DateOnly.TryParseExact(month + "01", "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            || !Guid.TryParseExact(business, "N", out var id)
            || !int.TryParse(question, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || !Enum.IsDefined((Question)number))
        {
            return null;
        }

        return value == Skip ? new(first, id, (Question)number, null)
            : long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var given) && Survey.Fits((Question)number, first, given) ? new(first, id, (Question)number, given)
            : null;
    }
}

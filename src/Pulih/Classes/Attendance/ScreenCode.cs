using System.Globalization;
using Pulih.Platform.Secrets;

namespace Pulih.Classes.Attendance;

/// <summary>
/// The four digits on the screen of a running class. They change every half minute and follow from the master key, the
/// class and the time alone, so nothing is stored and a screenshot is soon worth nothing.
/// </summary>
internal sealed class ScreenCode(Keys keys)
{
    public const int Digits = 4;
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    // On a weak line typing and sending take their time: the two codes before are taken too.
    private const int Older = 2;

    /// <summary>The code at a moment.</summary>
    public string At(Guid classId, DateTime moment) => Of(classId, StepOf(moment));

    /// <summary>The number of the step whose code it is at that moment, or null.</summary>
    public long? Step(Guid classId, string code, DateTime moment)
    {
        for (var step = StepOf(moment); step >= StepOf(moment) - Older; step--)
        {
            if (Of(classId, step) == code)
            {
                return step;
            }
        }

        return null;
    }

    private static long StepOf(DateTime moment) => (moment - DateTime.UnixEpoch).Ticks / Every.Ticks;

    private string Of(Guid classId, long step) =>
        (Convert.ToUInt32(keys.Hash(string.Create(CultureInfo.InvariantCulture, $"class code\n{classId:N}\n{step}"))[..8], 16) % 10_000).ToString("D4", CultureInfo.InvariantCulture);
}

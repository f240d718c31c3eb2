using Pulih.Sending.Channels;

namespace Pulih.Sending.Pages;

/// <summary>The Messenger Platform's error codes and what to do; Instagram messaging answers with the same (Messenger Platform, error codes).</summary>
internal static class PageErrors
{
    /// <summary>Subcodes of 10 and 100: outside the window, on Messenger and on Instagram.</summary>
    private static readonly int[] WindowClosed = [2018278, 2534022];

    public static Remedy For(int code, int subcode) => code switch
    {
        _ when WindowClosed.Contains(subcode) => Remedy.WaitForPerson,
        4 or 17 or 32 or 341 or 613 or 80006 => Remedy.DelayNumber,
        1 or 2 or 1200 => Remedy.Retry,
        3 or 10 or 102 or 190 or 368 or (>= 200 and <= 299) => Remedy.StopChannel,

        // 551 and the rest: the person cannot be reached, or the message is wrong.
        _ => Remedy.GiveUp,
    };
}

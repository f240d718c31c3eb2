using System.Collections.Frozen;

namespace Pulih.Sending.WhatsApp;

/// <summary>What a refusal asks of us.</summary>
internal enum Remedy
{
    /// <summary>Nothing helps this message; it failed.</summary>
    GiveUp,

    /// <summary>This person alone has had too much; later.</summary>
    DelayPerson,

    /// <summary>The number is over its rate or away for minutes; everybody waits.</summary>
    DelayNumber,

    /// <summary>A passing fault; a few more tries.</summary>
    Retry,

    /// <summary>Token, permission, payment or policy: nothing goes out until the operator acts.</summary>
    StopChannel,

    /// <summary>The 24-hour window closed; it waits until the person writes.</summary>
    WaitForPerson,
}

/// <summary>The Cloud API's error codes and what to do (developers.facebook.com, support/error-codes; titles are going away, so only codes count).</summary>
internal static class WhatsAppErrors
{
    private static readonly FrozenDictionary<int, Remedy> Known = new Dictionary<Remedy, int[]>
    {
        [Remedy.StopChannel] = [0, 3, 10, 190, 131005, 131031, 131042, 131048, 368, 131037, 131045, 133010],
        [Remedy.DelayNumber] = [4, 80007, 130429, 131057, 2494100, 133016],
        [Remedy.DelayPerson] = [131056],
        [Remedy.Retry] = [1, 2, 131000, 131016, 133004],
        [Remedy.WaitForPerson] = [131047],
    }.SelectMany(r => r.Value.Select(code => (code, r.Key))).ToFrozenDictionary(r => r.code, r => r.Key);

    public static Remedy For(int code) => code is >= 200 and <= 299 ? Remedy.StopChannel : Known.GetValueOrDefault(code, Remedy.GiveUp);
}

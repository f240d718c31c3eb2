using System.Collections.Frozen;
using Pulih.Sending.Channels;

namespace Pulih.Sending.WhatsApp;

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

using System.Text.RegularExpressions;
using Pulih.Platform.Language;

namespace Pulih.Recovery.Pulse;

/// <summary>An amount of rupiah as people type it, or why it is none.</summary>
/// <param name="Rupiah">Whole rupiah.</param>
/// <param name="Refusal">The key of what to say; null where the amount was understood.</param>
internal readonly record struct TypedAmount(long Rupiah, string? Refusal)
{
    /// <summary>A hundred milliard a month; no small or medium business sells more (PP 7/2021: at most 50 milliard a year).</summary>
    public const long Most = 100_000_000_000;

    private const RegexOptions Linear = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;
    private const int Longest = 80;

    private static readonly Regex Around = new(@"^(kira[ -]?kira|kurang lebih|kurleb|sekitar|sekitaran|mungkin|hampir|omzet(nya)?|penjualan|total(nya)?|ya|dapat|dpt|ada|cuma|hanya|paling)\s+|(-?an|\s*/ ?(bulan|bln)|\s+(saja|aja|ya|bu|pak|kak|per bulan|sebulan|perbulan|lah|doang|kotor|bersih|rupiah))$", Linear);
    private static readonly Regex Other = new(@"\b(per ?hari|sehari|se ?hari|harian|tiap hari|/ ?hari|per ?minggu|seminggu|mingguan|/ ?minggu|per ?tahun|setahun|/ ?tahun|per hr)\b|/ ?(hari|hr|minggu|mgg|tahun|thn)", Linear);
    private static readonly Regex Range = new(@"^(?<from>[\d.,]+)\s*(?<unit>ribu|rb|k|juta|jt|miliar|milyar|m)?\s*(-|–|sampai|s/d|sd|smp|hingga)\s*(?<to>.+)$", Linear);
    private static readonly Regex Half = new(@"^(setengah|stengah|separuh)\s+(?<unit>juta|jt|miliar|milyar)$", Linear);

    private static readonly string[] Nothing = ["nol", "kosong", "tidak ada", "gak ada", "ga ada", "nggak ada", "tdk ada", "belum ada", "nihil", "sepi"];

    public static TypedAmount Of(string typed)
    {
        var text = Plain(typed);
        if (text.Length is 0 or > Longest)
        {
            return Not("amount.unclear");
        }

        if (Other.IsMatch(text))
        {
            return Not("amount.month");
        }

        if (text.StartsWith('-') || text.StartsWith("minus", StringComparison.Ordinal))
        {
            return Not("amount.below");
        }

        return (Array.IndexOf(Nothing, text) >= 0 ? 0m : Middle(text) ?? One(text)) is { } amount ? Bounded(amount) : Not("amount.unclear");
    }

    // "3-4 jt" is taken for what lies between, and the amount is asked back.
    private static decimal? Middle(string text)
    {
        if (Range.Match(text) is not { Success: true } range || One(range.Groups["to"].Value) is not { } to)
        {
            return null;
        }

        var unit = range.Groups["unit"].Value is { Length: > 0 } own ? own : Unit(range.Groups["to"].Value);
        return One($"{range.Groups["from"].Value} {unit}".Trim()) is { } from && from < to ? (from + to) / 2 : null;
    }

    private static decimal? One(string text) =>
        Half.Match(text) is { Success: true } half ? TypedNumber.Of($"1 {half.Groups["unit"].Value}") / 2
        : TypedNumber.Of(text) ?? TypedNumber.Of(SpokenNumber.Digits(text));

    private static string Unit(string text) => string.Concat(text.SkipWhile(c => char.IsDigit(c) || c is '.' or ',' or ' '));

    private static TypedAmount Bounded(decimal amount) =>
        amount > Most ? Not("amount.above") : new((long)Math.Round(amount, MidpointRounding.AwayFromZero), null);

    private static string Plain(string typed)
    {
        var text = typed.Trim().TrimEnd('.', '!', '?').ToLowerInvariant();
        for (var before = ""; before != text;)
        {
            before = text;
            text = Around.Replace(text, "").Trim();
        }

        return text;
    }

    private static TypedAmount Not(string key) => new(0, key);
}

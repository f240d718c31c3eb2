using System.Globalization;

namespace Pulih.Learning.Packs;

/// <summary>
/// Lengths as chat counts them. Meta does not say whether it counts letters or UTF-16 units; by the larger of the two,
/// which <see cref="string.Length"/> is, a text always fits.
/// </summary>
internal static class ChatLength
{
    /// <summary>The text cut to the limit, with an ellipsis, never through the middle of a letter or an emoji.</summary>
    public static string Cut(string text, int limit)
    {
        if (text.Length <= limit)
        {
            return text;
        }

        var kept = 0;
        while (kept + StringInfo.GetNextTextElementLength(text, kept) <= limit - 1)
        {
            kept += StringInfo.GetNextTextElementLength(text, kept);
        }

        return string.Concat(text.AsSpan(0, kept).TrimEnd(), "…");
    }
}

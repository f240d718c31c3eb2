using System.Text.RegularExpressions;

namespace Pulih.Learning.Tasks;

/// <summary>Finds the web address somebody sent as their work.</summary>
internal static class WorkLink
{
    // Phones leave the scheme away for the places people link to most. It never goes back in the text, so no text makes it slow.
    private static readonly Regex Address = new(
        @"(https?://|www\.|(facebook|instagram|fb|tokopedia|shopee|tiktok)\.(com|me|co\.id)/)\S+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);

    /// <summary>The first http or https address in a text, with its scheme; null where there is none or it is too long.</summary>
    public static string? In(string text)
    {
        if (Address.Match(text) is not { Success: true } found)
        {
            return null;
        }

        var link = found.Value.TrimEnd('.', ',', ')', '!', '?');
        link = link.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? link : $"https://{link}";
        return link.Length <= PieceMapping.LinkLength && Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address.AbsoluteUri : null;
    }
}

using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;

namespace Pulih.Sending.Contracts;

/// <summary>A message's text as WhatsApp shows it: *bold*, _italic_, ~struck~, and links.</summary>
public static partial class WhatsAppText
{
    public static IHtmlContent Html(string text)
    {
        var html = new StringBuilder();
        var at = 0;
        foreach (Match link in Link().Matches(text))
        {
            html.Append(Marked(text[at..link.Index]));
            var address = HtmlEncoder.Default.Encode(link.Value);
            html.Append("<a href=\"").Append(address).Append("\" target=\"_blank\" rel=\"noopener\">").Append(address).Append("</a>");
            at = link.Index + link.Length;
        }

        return new HtmlString(html.Append(Marked(text[at..])).ToString());
    }

    /// <summary>The words without their signs, for where a star would be shown as a star.</summary>
    public static string Plain(string text) => Struck().Replace(Italic().Replace(Bold().Replace(text, "${inner}"), "${inner}"), "${inner}");

    private static string Marked(string text)
    {
        var html = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All).Encode(text);
        html = Bold().Replace(html, "<strong>${inner}</strong>");
        html = Italic().Replace(html, "<em>${inner}</em>");
        return Struck().Replace(html, "<s>${inner}</s>");
    }

    [GeneratedRegex(@"https?://[^\s<>""]*[^\s<>"".,;:!?)*_~]", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\w*])\*(?!\s)(?<inner>[^*\n]+?)(?<!\s)\*(?![\w*])", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Bold();

    [GeneratedRegex(@"(?<!\w)_(?!\s)(?<inner>[^_\n]+?)(?<!\s)_(?!\w)", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Italic();

    [GeneratedRegex(@"(?<![\w~])~(?!\s)(?<inner>[^~\n]+?)(?<!\s)~(?![\w~])", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Struck();
}

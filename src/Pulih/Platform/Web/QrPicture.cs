using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace Pulih.Platform.Web;

/// <summary>A link as a QR code that stands in a page as one SVG path, dark on white in every colour scheme.</summary>
public static class QrPicture
{
    /// <summary>The picture; <paramref name="words"/> say to those who cannot see it what it opens.</summary>
    public static IHtmlContent Of(string link, string words)
    {
        var (side, runs) = QrRows.Of(link);
        var path = string.Concat(runs.Select(r => string.Create(CultureInfo.InvariantCulture, $"M{r.X} {r.Y}h{r.Length}v1h-{r.Length}z")));
        return new HtmlContentBuilder()
            .AppendHtml(string.Create(CultureInfo.InvariantCulture, $"<svg class=\"qr\" viewBox=\"0 0 {side} {side}\" role=\"img\" shape-rendering=\"crispEdges\"><title>"))
            .Append(words)
            .AppendHtml($"</title><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path fill=\"#1b2a2c\" d=\"{path}\"/></svg>");
    }
}

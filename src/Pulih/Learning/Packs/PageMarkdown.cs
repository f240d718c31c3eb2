using Ganss.Xss;
using Markdig;
using Markdig.Syntax;

namespace Pulih.Learning.Packs;

/// <summary>Writes Markdown as HTML that is safe on our pages, whoever wrote the pack.</summary>
internal static class PageMarkdown
{
    private static readonly HtmlSanitizer Sanitizer = new(new HtmlSanitizerOptions
    {
        AllowedTags = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "p", "ul", "ol", "li", "strong", "em", "a", "br" },
        AllowedAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href" },
        UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href" },
        AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "https" },
    });

    public static string Write(MarkdownDocument document, MarkdownPipeline pipeline) =>
        Sanitizer.Sanitize(document.ToHtml(pipeline)).Trim();
}

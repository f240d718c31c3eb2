using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Pulih.Platform.Language;

namespace Pulih.Platform.Web.Charts;

/// <summary>One square a province, all of one size, so that Papua is as visible as Jakarta.</summary>
[HtmlTargetElement("province-tiles", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ProvinceTiles(IStringLocalizer<Texts> text) : TagHelper
{
    private const int Pitch = 42;
    private const int Side = 38;

    /// <summary>Counts by the two-digit code of Kemendagri; a province that is missing has none.</summary>
    public IReadOnlyDictionary<string, long> Counts { get; set; } = new Dictionary<string, long>(StringComparer.Ordinal);

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var shades = Shades.For(Counts.Values.DefaultIfEmpty(0).Max());
        var content = output.Content;
        Write(content, "<svg class=\"chart tiles\" viewBox=\"0 0 674 338\" role=\"img\" aria-label=\"{0}\">", text["Verified businesses by province"].Value);
        foreach (var tile in ProvinceTile.All)
        {
            var count = Counts.GetValueOrDefault(tile.Code);
            var (x, y) = (tile.Column * Pitch, tile.Row * Pitch);
            Write(content, "<g><title>{0}</title>", $"{tile.Name}: {Formats.Number(count)}");
            Write(content, "<rect class=\"m{0}\" x=\"{1}\" y=\"{2}\" width=\"{3}\" height=\"{3}\" rx=\"6\"/>", shades.Of(count), x + 2, y + 2, Side);
            Write(content, "<text x=\"{0}\" y=\"{1}\">{2}</text></g>", x + 21, y + 27, tile.Label);
        }

        content.AppendHtml("</svg>");
        Legend(content, shades);
    }

    private void Legend(TagHelperContent content, Shades shades)
    {
        content.AppendHtml("<ul class=\"legend\">");
        Entry(content, 0, text["none yet"].Value);
        for (var i = 0; i < shades.Starts.Count; i++)
        {
            var from = shades.Starts[i];
            var label = i == shades.Starts.Count - 1
                ? text["{0} or more", Formats.Number(from)].Value
                : shades.Starts[i + 1] - 1 == from ? Formats.Number(from) : $"{Formats.Number(from)}–{Formats.Number(shades.Starts[i + 1] - 1)}";
            Entry(content, shades.Of(from), label);
        }

        content.AppendHtml("</ul>");
    }

    private static void Entry(TagHelperContent content, int shade, string label) =>
        Write(content, "<li><svg width=\"12\" height=\"12\" aria-hidden=\"true\"><rect class=\"m{0}\" width=\"12\" height=\"12\" rx=\"3\"/></svg> {1}</li>", shade, label);

    private static void Write(TagHelperContent content, string format, params object[] values) =>
        content.AppendFormat(CultureInfo.InvariantCulture, format, values);
}

using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Pulih.Platform.Language;

namespace Pulih.Platform.Web.Charts;

/// <summary>A target as it stood from a day on.</summary>
public sealed record TargetMark(long Count, DateOnly Since);

/// <summary>Verified businesses as a solid bar, and each target as a line across it: the present one thick, former ones dashed.</summary>
[HtmlTargetElement("target-bar", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TargetBar(IStringLocalizer<Texts> text) : TagHelper
{
    public Scale Scale { get; set; }
    public long Verified { get; set; }

    /// <summary>The targets in the order in which they were set; the last one holds.</summary>
    public IReadOnlyList<TargetMark> Targets { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var current = Targets.Count > 0 ? Targets[^1] : null;
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "chart");
        output.Attributes.SetAttribute("height", "92");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", current is null
            ? text["{0} verified", Formats.Number(Verified)].Value
            : text["{0} verified of a target of {1}, {2}", Formats.Number(Verified), Formats.Number(current.Count), Formats.Percent(Verified, current.Count)].Value);

        output.Content.AppendHtml("<rect class=\"track\" y=\"26\" width=\"100%\" height=\"36\" rx=\"8\"/>");
        Write(output.Content, "<rect class=\"solid grow\" y=\"26\" width=\"{0}\" height=\"36\" rx=\"8\"/>", Scale.At(Verified));
        foreach (var mark in FormerMarks())
        {
            Write(output.Content, "<line class=\"line halo\" x1=\"{0}\" x2=\"{0}\" y1=\"26\" y2=\"62\"/>", Scale.At(mark.Count));
            Write(output.Content, "<line class=\"line past\" x1=\"{0}\" x2=\"{0}\" y1=\"22\" y2=\"70\"/>", Scale.At(mark.Count));
            Write(output.Content, "<text class=\"{0}\" x=\"{1}\" y=\"86\">{2}</text>",
                Scale.AnchorAt(mark.Count), Scale.At(mark.Count), text["at first {0}", Formats.Number(mark.Count)].Value);
        }

        if (current is not null)
        {
            Write(output.Content, "<line class=\"line\" x1=\"{0}\" x2=\"{0}\" y1=\"18\" y2=\"70\"/>", Scale.At(current.Count));
            Write(output.Content, "<text class=\"loud {0}\" x=\"{1}\" y=\"12\">{2}</text>",
                Scale.AnchorAt(current.Count), Scale.At(current.Count), text["Target {0}", Formats.Number(current.Count)].Value);
        }
    }

    // Only the first of the former targets is drawn: more labels would meet. The page lists them all.
    private IEnumerable<TargetMark> FormerMarks() => Targets.SkipLast(1).Where(m => m.Count != Targets[^1].Count).Take(1);

    private static void Write(TagHelperContent content, string format, params object[] values) =>
        content.AppendFormat(CultureInfo.InvariantCulture, format, values);
}

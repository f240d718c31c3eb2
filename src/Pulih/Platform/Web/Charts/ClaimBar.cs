using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Pulih.Platform.Language;

namespace Pulih.Platform.Web.Charts;

/// <summary>A figure somebody claimed and nobody has verified: hatched, never solid.</summary>
[HtmlTargetElement("claim-bar", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ClaimBar(IStringLocalizer<Texts> text) : TagHelper
{
    public Scale Scale { get; set; }
    public long Count { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "chart");
        output.Attributes.SetAttribute("height", "20");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", text["{0} claimed, not verified", Formats.Number(Count)].Value);
        output.Content.SetHtmlContent(
            "<defs><pattern id=\"hatch\" width=\"9\" height=\"9\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">" +
            "<line class=\"hatch\" x1=\"2\" x2=\"2\" y2=\"9\"/></pattern></defs>" +
            $"<rect class=\"hatched\" fill=\"url(#hatch)\" x=\"1\" y=\"1\" width=\"{Scale.At(Count)}\" height=\"18\" rx=\"5\"/>");
    }
}

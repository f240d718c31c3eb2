using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Pulih.Platform.Language;

namespace Pulih.Platform.Web.Charts;

/// <summary>A day's amount, and how it is said, such as Rp12.500.</summary>
public sealed record DayAmount(DateOnly Day, long Amount, string Said);

/// <summary>A bar a day; the tallest carries its number.</summary>
[HtmlTargetElement("day-bars", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DayBars : TagHelper
{
    private const int Floor = 120;
    private const int Tallest = 96;

    /// <summary>What the chart shows, for whoever cannot see it.</summary>
    public string Label { get; set; } = "";

    /// <summary>In order, without gaps.</summary>
    public IReadOnlyList<DayAmount> Days { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "chart");
        output.Attributes.SetAttribute("height", "144");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", Label);
        var tallest = Days.Select(d => d.Amount).DefaultIfEmpty(0).Max();
        var slot = 100m / Math.Max(1, Days.Count);
        for (var i = 0; i < Days.Count; i++)
        {
            var (day, amount, said) = Days[i];
            var height = MonthBars.Height(amount, tallest, Tallest);
            output.Content.AppendFormat(CultureInfo.InvariantCulture, "<g><title>{0}</title>", $"{Formats.Date(day)}: {said}");
            output.Content.AppendFormat(CultureInfo.InvariantCulture, "<rect class=\"solid\" x=\"{0}%\" y=\"{1}\" width=\"{2}%\" height=\"{3}\" rx=\"2\"/></g>", slot * (i + .15m), Floor - height, slot * .7m, height);
            if (amount == tallest && amount > 0 && !Days.Take(i).Any(d => d.Amount == tallest))
            {
                var anchor = i < Days.Count / 6 ? "start" : i > Days.Count * 5 / 6 ? "end" : "middle";
                output.Content.AppendFormat(CultureInfo.InvariantCulture, "<text class=\"loud\" text-anchor=\"{0}\" x=\"{1}%\" y=\"{2}\">{3}</text>", anchor, slot * (i + .5m), Floor - height - 7, said);
            }
        }

        output.Content.AppendHtml("<line class=\"axis\" x2=\"100%\" y1=\"120.5\" y2=\"120.5\"/>");
        if (Days.Count > 0)
        {
            output.Content.AppendFormat(CultureInfo.InvariantCulture, "<text x=\"0\" y=\"138\">{0}</text>", Formats.Date(Days[0].Day));
            output.Content.AppendFormat(CultureInfo.InvariantCulture, "<text text-anchor=\"end\" x=\"100%\" y=\"138\">{0}</text>", Formats.Date(Days[^1].Day));
        }
    }
}

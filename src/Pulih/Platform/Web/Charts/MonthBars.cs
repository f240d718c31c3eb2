using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Pulih.Platform.Language;

namespace Pulih.Platform.Web.Charts;

/// <summary>How many businesses were verified in a month, named by its first day.</summary>
public sealed record MonthCount(DateOnly Month, long Count);

/// <summary>One solid bar a month; the best month and the latest carry their number.</summary>
[HtmlTargetElement("month-bars", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MonthBars(IStringLocalizer<Texts> text) : TagHelper
{
    private const int Floor = 150;
    private const int Tallest = 126;

    public IReadOnlyList<MonthCount> Months { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "chart");
        output.Attributes.SetAttribute("height", "190");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", text["Verified businesses by month"].Value);

        var best = Months.Select(m => m.Count).DefaultIfEmpty(0).Max();
        for (var i = 0; i < Months.Count; i++)
        {
            Bar(output.Content, i, best);
        }

        output.Content.AppendHtml("<line class=\"axis\" x2=\"100%\" y1=\"150.5\" y2=\"150.5\"/>");
    }

    internal static int Height(long count, long best, int tallest = Tallest) =>
        count <= 0 ? 0 : Math.Max(2, (int)(count * (decimal)tallest / best));

    private void Bar(TagHelperContent content, int i, long best)
    {
        var (month, count) = Months[i];
        var slot = 100m / Months.Count;
        var middle = Percent(slot * (i + .5m));
        var height = Height(count, best);
        Write(content, "<g><title>{0}</title>", $"{Formats.Month(month)}: {Formats.Number(count)}");
        Write(content, "<rect class=\"solid\" x=\"{0}\" y=\"{1}\" width=\"{2}\" height=\"{3}\" rx=\"4\"/>",
            Percent(slot * (i + .16m)), Floor - height, Percent(slot * .68m), height);
        if (IsLabelled(i, best))
        {
            Write(content, "<text class=\"loud mid\" x=\"{0}\" y=\"{1}\">{2}</text>", middle, Floor - height - 7, Formats.Number(count));
        }

        Write(content, "<text class=\"mid\" x=\"{0}\" y=\"168\">{1}</text>", middle, Formats.ShortMonth(month));
        if (i == 0 || month.Month == 1)
        {
            Write(content, "<text class=\"mid\" x=\"{0}\" y=\"184\">{1}</text>", middle, month.Year.ToString(CultureInfo.InvariantCulture));
        }

        content.AppendHtml("</g>");
    }

    // Neighbouring numbers would meet on a phone: with many months only the best and the latest speak.
    private bool IsLabelled(int i, long best)
    {
        if (Months[i].Count == 0)
        {
            return false;
        }

        var firstBest = Months.TakeWhile(m => m.Count < best).Count();
        return Months.Count <= 5 || i == firstBest || (i == Months.Count - 1 && i - firstBest > 1);
    }

    private static string Percent(decimal share) => share.ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private static void Write(TagHelperContent content, string format, params object[] values) =>
        content.AppendFormat(CultureInfo.InvariantCulture, format, values);
}

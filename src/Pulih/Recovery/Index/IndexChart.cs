using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;
using Pulih.Platform.Language;

namespace Pulih.Recovery.Index;

/// <summary>The index over the months: a line with its interval, the level of a year before, and the months of Ramadan and Lebaran marked, because sales move with them.</summary>
internal static class IndexChart
{
    private const int Height = 220;
    private const int Floor = 190;

    public static IHtmlContent Of(IReadOnlyList<IndexCell> months, IStringLocalizer<Texts> text)
    {
        var known = months.Where(m => m.Median is not null).ToList();
        var (low, high) = (Math.Min(.6, known.Min(m => m.MedianLow!.Value)), Math.Max(1.2, known.Max(m => m.MedianHigh!.Value)));
        var slot = 100.0 / months.Count; // Across in percent, so that letters keep their size on a phone.
        var html = new StringBuilder();
        Add($"<svg class=\"chart\" height=\"{Height}\" role=\"img\" aria-label=\"{text["index.months"].Value}\">");
        for (var i = 0; i < months.Count; i++)
        {
            if (Season(months[i].Month) is { } key)
            {
                Add($"<g><title>{text[key].Value}</title><rect class=\"m0\" x=\"{i * slot:0.##}%\" y=\"0\" width=\"{slot:0.##}%\" height=\"{Floor}\"/><text class=\"mid\" x=\"{(i + .5) * slot:0.##}%\" y=\"14\">{text[key].Value}</text></g>");
            }
        }

        Add($"<line class=\"line past\" x2=\"100%\" y1=\"{Y(1):0.#}\" y2=\"{Y(1):0.#}\"/><text x=\"2\" y=\"{Y(1) - 5:0.#}\">100</text>");
        for (var i = 0; i < months.Count; i++)
        {
            var (month, x) = (months[i], (i + .5) * slot);
            if (months.Count <= 12 || i % 3 == 0)
            {
                Add($"<text class=\"mid\" x=\"{x:0.##}%\" y=\"206\">{Formats.ShortMonth(month.Month)}</text>");
            }

            if (i == 0 || month.Month.Month == 1)
            {
                Add($"<text class=\"mid\" x=\"{x:0.##}%\" y=\"219\">{month.Month.Year}</text>");
            }

            if (month.Median is { } median)
            {
                Add($"<g><title>{Formats.Month(month.Month)}: {Percent(median)} ({Percent(month.MedianLow!.Value)}–{Percent(month.MedianHigh!.Value)})</title><line class=\"axis\" stroke-width=\"8\" x1=\"{x:0.##}%\" x2=\"{x:0.##}%\" y1=\"{Y(month.MedianLow!.Value):0.#}\" y2=\"{Y(month.MedianHigh!.Value):0.#}\"/><circle class=\"solid\" cx=\"{x:0.##}%\" cy=\"{Y(median):0.#}\" r=\"5\"/></g>");
            }
        }

        if (known.Count > 0)
        {
            var last = known[^1];
            Add($"<text class=\"loud mid\" x=\"{(months.ToList().IndexOf(last) + .5) * slot:0.##}%\" y=\"{Y(last.MedianHigh!.Value) - 8:0.#}\">{Percent(last.Median!.Value)}</text>");
        }

        Add($"<line class=\"axis\" x2=\"100%\" y1=\"{Floor}.5\" y2=\"{Floor}.5\"/></svg>");
        return new HtmlString(html.ToString());

        double Y(double ratio) => Floor - ((ratio - low) / (high - low) * (Floor - 24));
        void Add(FormattableString part) => html.Append(part.ToString(CultureInfo.InvariantCulture));
        static string Percent(double ratio) => (ratio * 100).ToString("0.0", CultureInfo.CurrentCulture);
    }

    private static string? Season(DateOnly month)
    {
        var ends = month.AddMonths(1).AddDays(-1);
        return Ramadan.All.Any(r => r.Idulfitri >= month && r.Idulfitri <= ends) ? "index.lebaran"
            : Ramadan.All.Any(r => r.Begins <= ends && r.Idulfitri > month) ? "index.ramadan"
            : null;
    }
}

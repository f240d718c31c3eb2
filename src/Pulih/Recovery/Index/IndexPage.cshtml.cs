using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Platform.Storage;
using Pulih.Platform.Web;
using Pulih.Registry.Contracts;

namespace Pulih.Recovery.Index;

/// <summary>How the businesses fare, month by month, for everybody.</summary>
[AllowAnonymous]
[OutputCache(PolicyName = PublicCache.Name)]
internal sealed class IndexPage(PulihDb db, IRegions regions, ISectors sectors, IStringLocalizer<Texts> text) : PageModel
{
    private const int MonthsShown = 24;

    /// <summary>Every month there is a cell of, the oldest first.</summary>
    public IReadOnlyList<IndexCell> Months { get; private set; } = [];

    /// <summary>The newest month with enough answers.</summary>
    public IndexCell? Latest { get; private set; }

    private IReadOnlyList<IndexCell> cuts = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Months = [.. (await db.Set<IndexCell>().AsNoTracking().Where(c => c.Cut == Cut.All && c.Key == "").OrderByDescending(c => c.Month).Take(MonthsShown).ToListAsync(cancel)).AsEnumerable().Reverse()];
        Latest = Months.LastOrDefault(c => c.Median is not null);
        if (Latest is { Month: var month })
        {
            cuts = await db.Set<IndexCell>().AsNoTracking().Where(c => c.Month == month && c.Median != null).ToListAsync(cancel);
        }
    }

    public IReadOnlyList<IndexCell> Of(Cut cut) => [.. cuts.Where(c => c.Cut == cut).OrderByDescending(c => c.Median)];

    public string Name(IndexCell cell) => cell.Cut == Cut.Province ? regions.Get(cell.Key)?.Name ?? cell.Key : sectors.Get(cell.Key)?.Title ?? cell.Key;

    public IHtmlContent Chart() => IndexChart.Of([.. Months], text);

    /// <summary>What the number says, in words.</summary>
    public string Sentence(IndexCell cell)
    {
        var month = Platform.Language.Formats.Month(cell.Month);
        return cell.MedianLow > 1 ? text["index.above", month] : cell.MedianHigh < 1 ? text["index.below", month, Percent(1 - cell.Median)] : text["index.same", month];
    }

    /// <summary>An index: 100 is as much as a year before.</summary>
    public string Number(double? ratio) => ratio is { } r ? (r * 100).ToString("0.0", CultureInfo.CurrentCulture) : "–";

    public string Percent(double? share) => share is { } s ? (s * 100).ToString("0.0", CultureInfo.CurrentCulture) + " %" : "–";

    public string Signed(double? share) => share is { } s ? (s * 100).ToString("+0.0;−0.0;0.0", CultureInfo.CurrentCulture) : "–";
}

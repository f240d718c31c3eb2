using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Platform.Accounts;
using Pulih.Platform.Language;
using Pulih.Platform.Storage;

namespace Pulih.Sending.Cost;

/// <summary>The dated rate card. Meta may change it on the first day of a quarter; a price is added for its day and those before stay.</summary>
[Authorize(Policies.Operate)]
internal sealed class RatesPage(PulihDb db, RateCard card, IStringLocalizer<Texts> text, TimeProvider clock) : PageModel
{
    public const string Address = "/biaya/tarif";
    private const decimal Most = 1_000_000m;
    private const int MostFree = 1_000_000;

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public PriceCategory Category { get; set; }

    [BindProperty]
    public string? Rupiah { get; set; }

    [BindProperty]
    public int? FreeAMonth { get; set; }

    public IReadOnlyList<Rate> Rates { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        From ??= Formats.DayInWib(clock.GetUtcNow().UtcDateTime);
        await Load(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var price = TypedNumber.Of(Rupiah ?? "");
        if (price is not (>= 0 and <= Most))
        {
            ModelState.AddModelError(nameof(Rupiah), text["Please write a price such as 356,65."]);
        }

        if (From is null || From < new DateOnly(2020, 1, 1))
        {
            ModelState.AddModelError(nameof(From), text["Please choose the day it holds from."]);
        }

        if (!Enum.IsDefined(Category) || FreeAMonth is < 0 or > MostFree)
        {
            ModelState.AddModelError(nameof(FreeAMonth), text["Please write a number from 0 to {0}.", Formats.Number(MostFree)]);
        }

        if (!ModelState.IsValid)
        {
            await Load(cancel);
            return Page();
        }

        var rate = await db.Set<Rate>().SingleOrDefaultAsync(r => r.From == From && r.Market == RateCard.Indonesia && r.Category == Category, cancel)
            ?? db.Add(new Rate { From = From!.Value, Market = RateCard.Indonesia, Category = Category, Sen = 0 }).Entity;
        (rate.Sen, rate.FreeAMonth) = ((long)(price!.Value * 100), FreeAMonth ?? 0);
        await db.SaveChangesAsync(cancel);
        card.Forget();
        return Redirect($"{Address}?tersimpan");
    }

    private async Task Load(CancellationToken cancel) =>
        Rates = await db.Set<Rate>().AsNoTracking().OrderByDescending(r => r.From).ThenBy(r => r.Category).ToListAsync(cancel);
}

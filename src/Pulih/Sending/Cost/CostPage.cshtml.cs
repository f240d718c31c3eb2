using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Accounts;
using Pulih.Platform.Language;
using Pulih.Platform.Storage;
using Pulih.Platform.Web.Charts;
using Pulih.Programmes.Contracts;
using Pulih.Sending.Contracts;
using Pulih.Sending.Outbox;

namespace Pulih.Sending.Cost;

/// <summary>What the messages cost: today, this month, by programme against its budget, and for one trained business.</summary>
[Authorize(Policies.Programmes)]
internal sealed class CostPage(PulihDb db, IProgrammes programmes, RateCard card, WhatsAppSettings whatsApp, ICountTrained trained, TimeProvider clock) : PageModel
{
    public const string Address = "/biaya";
    private const int DaysShown = 30;

    public IReadOnlyList<DayAmount> Days { get; private set; } = [];

    public long Today => Days[^1].Amount;

    public long Month { get; private set; }

    public int FreeThisMonth { get; private set; }

    public int MessagesThisMonth { get; private set; }

    public int Stopped { get; private set; }

    public IReadOnlyList<ProgrammeCost> Programmes { get; private set; } = [];

    /// <summary>Each number of ours with its free replies used this month, and how many there are.</summary>
    public IReadOnlyList<(string Number, int Used, int Free)> Allowances { get; private set; } = [];

    public IReadOnlyList<Rate> Prices { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (today, month) = (Formats.DayInWib(now), Formats.MonthInWib(now));
        var first = today.AddDays(1 - DaysShown);
        var earliest = first < month ? first : month;
        var costs = await db.Set<DayCost>().AsNoTracking().Where(c => c.Day >= earliest).ToListAsync(cancel);
        Days = [.. Enumerable.Range(0, DaysShown).Select(i => first.AddDays(i)).Select(day => (Day: day, Sen: costs.Where(c => c.Day == day).Sum(c => c.Sen))).Select(d => new DayAmount(d.Day, d.Sen, Formats.Rupiah(d.Sen)))];
        var since = costs.Where(c => c.Day >= month).ToList();
        (Month, FreeThisMonth, MessagesThisMonth) = (since.Sum(c => c.Sen), since.Sum(c => c.Free), since.Sum(c => c.Messages));
        Stopped = (await ListOutbox.Page(db, OutboxState.Stopped, null, Platform.Web.Some.Most + 1, cancel)).Count;

        var rates = await card.Now(cancel);
        Prices = [.. Enum.GetValues<PriceCategory>().Select(c => rates.Of(now, RateCard.Indonesia, c))];
        var used = await db.Set<Allowance>().AsNoTracking().Where(a => a.Month == month).ToDictionaryAsync(a => a.Number, a => a.Used, cancel);
        Allowances = [.. whatsApp.Numbers.Select(n => (n.Display.Length > 0 ? n.Display : n.Id, used.GetValueOrDefault(n.Id), Prices[(int)PriceCategory.Service].FreeAMonth))];
        Programmes = await OfProgrammes(cancel);
    }

    private async Task<IReadOnlyList<ProgrammeCost>> OfProgrammes(CancellationToken cancel)
    {
        var purses = await db.Set<Budget>().AsNoTracking().ToDictionaryAsync(b => b.Id, cancel);
        var rows = new List<ProgrammeCost>();
        foreach (var programme in (await programmes.Map(cancel)).Programmes)
        {
            rows.Add(new(programme.Code, programme.Name, purses.GetValueOrDefault(programme.Id) ?? new() { Id = programme.Id }, await trained.Of(db, programme.Id, cancel)));
        }

        if (purses.TryGetValue(Budget.Nobody, out var nobody))
        {
            rows.Add(new(null, null, nobody, 0));
        }

        return rows;
    }
}

/// <summary>A programme's line; code and name are null for what no programme pays.</summary>
internal sealed record ProgrammeCost(string? Code, string? Name, Budget Budget, long Trained)
{
    public long Sen => Budget.Spent + Budget.Beyond;

    /// <summary>In hundredths of a rupiah; null before the first trained business.</summary>
    public long? ForOne => Trained > 0 ? Sen / Trained : null;
}

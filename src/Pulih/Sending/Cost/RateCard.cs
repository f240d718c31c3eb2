using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Language;
using Pulih.Platform.Storage;
using Pulih.Sending.Contracts;

namespace Pulih.Sending.Cost;

/// <summary>The prices, kept at hand for half a minute: every dispatch asks for them.</summary>
internal sealed class RateCard(IDbContextFactory<PulihDb> dbs, TimeProvider clock) : IPrices
{
    public const string Indonesia = "62";
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);
    private (Rates Rates, long At)? kept;

    public async ValueTask<Rates> Now(CancellationToken cancel)
    {
        if (kept is { } have && clock.GetElapsedTime(have.At) < Fresh)
        {
            return have.Rates;
        }

        await using var db = await dbs.CreateDbContextAsync(cancel);
        var rates = new Rates(await db.Set<Rate>().AsNoTracking().ToListAsync(cancel));
        kept = (rates, clock.GetTimestamp());
        return rates;
    }

    /// <summary>The card was changed on this machine; others see it within half a minute.</summary>
    public void Forget() => kept = null;

    public async ValueTask<PriceList> Today(CancellationToken cancel)
    {
        var rates = await Now(cancel);
        decimal Of(PriceCategory category) => rates.Of(clock.GetUtcNow().UtcDateTime, Indonesia, category).Sen / 100m;
        return new(Of(PriceCategory.Service), Of(PriceCategory.Marketing));
    }
}

/// <summary>A rate card at one moment.</summary>
internal sealed class Rates(IReadOnlyList<Rate> rates)
{
    private readonly ILookup<(string, PriceCategory), Rate> byKind = rates.OrderByDescending(r => r.From).ToLookup(r => (r.Market, r.Category));

    private readonly string[] markets = [.. rates.Select(r => r.Market).Distinct()];

    /// <summary>
    /// The price that holds on the day of this moment. Somebody abroad, for whom the card has no row, is taken at the dearest
    /// price of the category, and a day before the first card at the first.
    /// </summary>
    /// <param name="at">UTC.</param>
    /// <param name="address">A number without plus, or an id that begins with the country's two letters.</param>
    /// <param name="category">What the message is billed as.</param>
    public Rate Of(DateTime at, string address, PriceCategory category)
    {
        var day = Formats.DayInWib(at);
        var called = Array.FindAll(markets, m => Calls(address, m));
        var candidates = (called.Length > 0 ? called : markets)
            .Select(m => byKind[(m, category)]).Where(held => held.Any()).Select(held => held.FirstOrDefault(r => r.From <= day) ?? held.Last());
        return candidates.MaxBy(r => r.Sen) ?? new() { From = day, Market = "", Category = category, Sen = 0 };
    }

    private static bool Calls(string address, string market) =>
        address.StartsWith(market, StringComparison.Ordinal) || (market == RateCard.Indonesia && address.StartsWith("ID.", StringComparison.Ordinal));
}

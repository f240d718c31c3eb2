using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Language;
using Pulih.Platform.Storage;
using Pulih.Sending.Contracts;
using Pulih.Sending.Outbox;

namespace Pulih.Sending.Cost;

/// <summary>
/// Prices a number's messages as they are dispatched and holds the money for them, a batch at a time, in the transaction
/// that records the attempts. What its budget cannot carry does not go out.
/// </summary>
internal static class ReserveMoney
{
    /// <summary>Gives those that may go; the others are stopped. The caller has claimed them all in this transaction.</summary>
    public static async Task<List<OutboxMessage>> For(PulihDb db, string number, List<OutboxMessage> claimed, Rates rates, DateTime now, CancellationToken cancel)
    {
        // A message tried before has its money already.
        var fresh = claimed.FindAll(m => m.Reserved is null);
        if (fresh.Count == 0)
        {
            return claimed;
        }

        var free = await FreeOnes(db, number, fresh, rates, now, cancel);
        var purses = await Purses.Locked(db, fresh.Select(m => m.ProgrammeId), cancel);
        var priced = fresh.ConvertAll(m => (Message: m, Sen: free.Contains(m.Id) ? 0 : rates.Of(now, m.Address, m.Category).Sen));
        var stopped = new List<Guid>();
        var goes = new List<(Guid Id, long Sen, long Held)>();
        foreach (var (message, sen) in priced)
        {
            var purse = purses[message.ProgrammeId];
            var always = Purposes.AlwaysGo.Contains(message.Purpose);
            if (!always && !purse.Affords(sen, message.Purpose == Purpose.Farewell))
            {
                stopped.Add(message.Id);
                continue;
            }

            goes.Add((message.Id, sen, always ? 0 : sen));
            purse.Reserved += always ? 0 : sen;
        }

        await Purses.Keep(db, purses.Values, cancel);
        foreach (var same in goes.GroupBy(g => (g.Sen, g.Held)))
        {
            var ids = same.Select(g => g.Id).ToList();
            await db.Set<OutboxMessage>().Where(m => ids.Contains(m.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.Price, same.Key.Sen).SetProperty(m => m.Reserved, same.Key.Held), cancel);
        }

        if (stopped.Count > 0)
        {
            await db.Set<OutboxMessage>().Where(m => stopped.Contains(m.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, OutboxState.Stopped).SetProperty(m => m.Claim, (Guid?)null).SetProperty(m => m.Attempts, m => m.Attempts - 1), cancel);
        }

        return claimed.FindAll(m => !stopped.Contains(m.Id));
    }

    /// <summary>
    /// Those that cost nothing: within 72 hours of an ad, or among the first of the month. What fails later has used its
    /// free place all the same, so that ours are used up before the provider's.
    /// </summary>
    private static async Task<HashSet<Guid>> FreeOnes(PulihDb db, string number, List<OutboxMessage> fresh, Rates rates, DateTime now, CancellationToken cancel)
    {
        var free = fresh.Where(m => m.FreeUntil > now).Select(m => m.Id).ToHashSet();
        var billed = fresh.FindAll(m => m.Category == PriceCategory.Service && !free.Contains(m.Id));
        var most = billed.Count == 0 ? 0 : billed.Max(m => rates.Of(now, m.Address, m.Category).FreeAMonth);
        if (most == 0)
        {
            return free;
        }

        // One sender owns the number, so nobody counts here at the same time.
        var month = Formats.MonthInWib(now);
        var used = await db.Set<Allowance>().Where(a => a.Number == number && a.Month == month).Select(a => (int?)a.Used).SingleOrDefaultAsync(cancel);
        var taken = billed.Take(Math.Max(0, most - (used ?? 0))).Select(m => m.Id).ToList();
        if (taken.Count > 0)
        {
            await ManyRows.Insert<Allowance>(
                db, [new() { Number = number, Month = month, Used = taken.Count }], cancel,
                """ON CONFLICT ("Number", "Month") DO UPDATE SET "Used" = sending_allowances."Used" + excluded."Used" """);
            free.UnionWith(taken);
        }

        return free;
    }
}

using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Language;
using Pulih.Platform.Storage;
using Pulih.Sending.Contracts;
using Pulih.Sending.Outbox;

namespace Pulih.Sending.Cost;

/// <summary>
/// Turns what is held for messages into what they cost, as their states and the provider's reports say. It looks at the
/// message as it is now and books the difference to what was booked before, so reports may come in any order, late and twice.
/// </summary>
internal static class SettleMoney
{
    /// <summary>Books these messages, in the transaction that changed them.</summary>
    public static async Task Of(PulihDb db, IReadOnlyCollection<Guid> ids, Rates rates, CancellationToken cancel)
    {
        var messages = await db.Set<OutboxMessage>().AsNoTracking().Where(m => ids.Contains(m.Id) && (m.Reserved != null || m.Cost != null || m.State == OutboxState.Delivered || m.State == OutboxState.Read))
            .Select(m => new Booked(m.Id, m.ProgrammeId, m.Purpose, m.Address, m.State, m.Category, m.Price, m.Reserved, m.Cost, m.AttemptedAt, m.PriceCategory, m.PriceType))
            .ToListAsync(cancel);
        var changes = messages.Select(m => (Before: m, After: m.Settled(rates))).Where(c => c.Before != c.After).OrderBy(c => c.Before.Id).ToList();
        if (changes.Count == 0)
        {
            return;
        }

        foreach (var same in changes.GroupBy(c => (c.After.Reserved, c.After.Cost, c.After.Category)))
        {
            var those = same.Select(c => c.Before.Id).ToList();
            await db.Set<OutboxMessage>().Where(m => those.Contains(m.Id)).ExecuteUpdateAsync(
                set => set.SetProperty(m => m.Reserved, same.Key.Reserved).SetProperty(m => m.Cost, same.Key.Cost).SetProperty(m => m.Category, same.Key.Category), cancel);
        }

        var purses = await Purses.Locked(db, changes.Select(c => c.Before.ProgrammeId), cancel);
        foreach (var (before, after) in changes)
        {
            var purse = purses[before.ProgrammeId];
            var cost = (after.Cost ?? 0) - (before.Cost ?? 0);
            purse.Reserved += (after.Reserved ?? 0) - (before.Reserved ?? 0);
            (purse.Spent, purse.Beyond) = Purposes.AlwaysGo.Contains(before.Purpose) ? (purse.Spent, purse.Beyond + cost) : (purse.Spent + cost, purse.Beyond);
        }

        await Purses.Keep(db, purses.Values, cancel);
        await Sum(db, changes.SelectMany(c => new[] { (c.Before, Sign: -1), (c.After, Sign: 1) }), cancel);
    }

    private static Task Sum(PulihDb db, IEnumerable<(Booked Message, int Sign)> booked, CancellationToken cancel)
    {
        var sums = booked.Where(b => b.Message is { Cost: not null, AttemptedAt: not null })
            .GroupBy(b => (Day: Formats.DayInWib(b.Message.AttemptedAt!.Value), b.Message.ProgrammeId, b.Message.Category))
            .Select(g => new DayCost
            {
                Day = g.Key.Day, ProgrammeId = g.Key.ProgrammeId, Category = g.Key.Category,
                Messages = g.Sum(b => b.Sign), Free = g.Where(b => b.Message.Cost == 0).Sum(b => b.Sign), Sen = g.Sum(b => b.Sign * b.Message.Cost!.Value),
            })
            .Where(c => c.Messages != 0 || c.Free != 0 || c.Sen != 0)
            .OrderBy(c => c.Day).ThenBy(c => c.ProgrammeId).ThenBy(c => c.Category).ToList();
        return ManyRows.Insert(
            db, sums, cancel,
            """
            ON CONFLICT ("Day", "ProgrammeId", "Category") DO UPDATE SET
              "Messages" = sending_costs."Messages" + excluded."Messages", "Free" = sending_costs."Free" + excluded."Free", "Sen" = sending_costs."Sen" + excluded."Sen"
            """);
    }
}

/// <summary>A message as the books see it.</summary>
internal sealed record Booked(
    Guid Id, Guid ProgrammeId, Purpose Purpose, string Address, OutboxState State, PriceCategory Category, long? Price, long? Reserved, long? Cost, DateTime? AttemptedAt, string? ReportedCategory, string? ReportedType)
{
    /// <summary>Charged on delivery, at the price of the day it was sent; a message that came to nothing costs nothing and holds nothing.</summary>
    public Booked Settled(Rates rates) => State switch
    {
        OutboxState.Delivered or OutboxState.Read => Delivered(rates),
        OutboxState.Failed or OutboxState.Lapsed or OutboxState.Stopped => this with { Reserved = null, Cost = null },
        _ => this,
    };

    private Booked Delivered(Rates rates)
    {
        var category = ReportedCategory switch
        {
            "service" => PriceCategory.Service,
            "utility" => PriceCategory.Utility,
            "marketing" or "marketing_lite" => PriceCategory.Marketing,
            "authentication" or "authentication-international" => PriceCategory.Authentication,
            _ => Category,
        };
        var cost = ReportedType switch
        {
            null => Price ?? 0,
            "regular" => rates.Of(AttemptedAt ?? DateTime.MinValue, Address, category).Sen,
            _ => 0,
        };
        return this with { Category = category, Reserved = null, Cost = cost };
    }
}

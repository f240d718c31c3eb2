using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Commands;
using Pulih.Platform.Language;
using Pulih.Platform.Storage;
using Pulih.Sending.Contracts;
using Pulih.Sending.Outbox;

namespace Pulih.Sending.Cost;

/// <summary>Budgets and daily costs against the messages themselves.</summary>
internal sealed class RecountCosts(IDbContextFactory<PulihDb> dbs) : IRecount
{
    public async Task<IReadOnlyList<string>> Differences(CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var budgets = new Dictionary<Guid, (long Reserved, long Spent, long Beyond)>();
        var days = new Dictionary<(DateOnly, Guid, PriceCategory), (int Messages, int Free, long Sen)>();
        var messages = db.Set<OutboxMessage>().AsNoTracking().Where(m => m.Reserved != null || m.Cost != null)
            .Select(m => new { m.ProgrammeId, m.Purpose, m.Category, m.Reserved, m.Cost, m.AttemptedAt });
        await foreach (var m in messages.AsAsyncEnumerable().WithCancellation(cancel))
        {
            var (reserved, spent, beyond) = budgets.GetValueOrDefault(m.ProgrammeId);
            var always = Purposes.AlwaysGo.Contains(m.Purpose);
            budgets[m.ProgrammeId] = (reserved + (m.Reserved ?? 0), spent + (always ? 0 : m.Cost ?? 0), beyond + (always ? m.Cost ?? 0 : 0));
            if (m is { Cost: { } cost, AttemptedAt: { } at })
            {
                var key = (Formats.DayInWib(at), m.ProgrammeId, m.Category);
                var (count, free, sen) = days.GetValueOrDefault(key);
                days[key] = (count + 1, free + (cost == 0 ? 1 : 0), sen + cost);
            }
        }

        var shown = await db.Set<Budget>().AsNoTracking().ToDictionaryAsync(b => b.Id, b => (b.Reserved, b.Spent, b.Beyond), cancel);
        var shownDays = await db.Set<DayCost>().AsNoTracking().Where(c => c.Messages != 0 || c.Free != 0 || c.Sen != 0)
            .ToDictionaryAsync(c => (c.Day, c.ProgrammeId, c.Category), c => (c.Messages, c.Free, c.Sen), cancel);
        return [.. Of("budget", shown, budgets), .. Of("cost", shownDays, days)];
    }

    private static IEnumerable<string> Of<TKey, TSum>(string what, Dictionary<TKey, TSum> shown, Dictionary<TKey, TSum> counted)
        where TKey : notnull
        where TSum : struct =>
        shown.Keys.Union(counted.Keys).Where(k => !shown.GetValueOrDefault(k).Equals(counted.GetValueOrDefault(k)))
            .Select(k => FormattableString.Invariant($"{what} {k}: shown {shown.GetValueOrDefault(k)}, counted {counted.GetValueOrDefault(k)}"));
}

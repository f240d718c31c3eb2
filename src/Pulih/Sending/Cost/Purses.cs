using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Storage;

namespace Pulih.Sending.Cost;

/// <summary>Budgets under lock within a transaction; always after the messages, and in the order of their ids, so that no two writers wait for each other.</summary>
internal static class Purses
{
    public static async Task<Dictionary<Guid, Budget>> Locked(PulihDb db, IEnumerable<Guid> programmes, CancellationToken cancel)
    {
        var locked = new Dictionary<Guid, Budget>();
        foreach (var id in programmes.Distinct().Order())
        {
            if (!await Lock(db, id, cancel))
            {
                await ManyRows.Insert<Budget>(db, [new() { Id = id }], cancel, "ON CONFLICT DO NOTHING");
                await Lock(db, id, cancel);
            }

            locked[id] = await db.Set<Budget>().AsNoTracking().SingleAsync(b => b.Id == id, cancel);
        }

        return locked;
    }

    /// <summary>Writes what was changed in budgets that are locked.</summary>
    public static async Task Keep(PulihDb db, IEnumerable<Budget> locked, CancellationToken cancel)
    {
        foreach (var purse in locked)
        {
            await db.Set<Budget>().Where(b => b.Id == purse.Id).ExecuteUpdateAsync(
                set => set.SetProperty(b => b.Reserved, purse.Reserved).SetProperty(b => b.Spent, purse.Spent).SetProperty(b => b.Beyond, purse.Beyond), cancel);
        }
    }

    private static async Task<bool> Lock(PulihDb db, Guid id, CancellationToken cancel) =>
        await db.Set<Budget>().Where(b => b.Id == id).ExecuteUpdateAsync(set => set.SetProperty(b => b.Reserved, b => b.Reserved), cancel) == 1;
}

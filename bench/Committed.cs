using System.Collections.Concurrent;
using System.Diagnostics;

namespace Pulih.Bench;

/// <summary>Follows posted messages in the product's database until their turn is committed there. It looks every 10 ms, which is part of what it tells.</summary>
internal static class Committed
{
    /// <summary>Milliseconds from the post to the commit of the turn, in rising order, of every message that was followed.</summary>
    public static async Task<double[]> Follow(ProductProcess product, ConcurrentDictionary<string, long> posted, CancellationToken stop)
    {
        var took = new List<double>();
        await using var connection = product.Connect();
        await using var look = connection.CreateCommand();
        var seen = new HashSet<long>();
        var (low, late) = (product.Ask("SELECT COALESCE(MAX(\"Id\"), 0) FROM chat_inbox"), 0);
        while (!stop.IsCancellationRequested || (!posted.IsEmpty && late++ < 500))
        {
            look.CommandText = $"SELECT \"Id\", \"MessageId\" FROM chat_inbox WHERE \"Id\" > {low} AND \"State\" = 1 ORDER BY \"Id\"";
            await using (var row = await look.ExecuteReaderAsync(CancellationToken.None))
            {
                while (await row.ReadAsync(CancellationToken.None))
                {
                    if (seen.Add(row.GetInt64(0)) && posted.TryRemove(row.GetString(1), out var from))
                    {
                        took.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
                    }
                }
            }

            // Ids come in the order of arrival and leave in nearly the same, so what is all done need not be read again.
            while (seen.Remove(low + 1))
            {
                low++;
            }

            await Task.Delay(10, CancellationToken.None);
        }

        return [.. took.Order()];
    }
}

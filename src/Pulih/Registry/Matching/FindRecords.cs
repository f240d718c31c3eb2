using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Pulih.Platform.Storage;

namespace Pulih.Registry.Matching;

/// <summary>Which records stand under which keys.</summary>
internal static class FindRecords
{
    /// <summary>A key on more records than this is a facilitator's phone or a favourite name; other keys find what it would.</summary>
    public const int Largest = 200;

    /// <summary>The same where somebody waits for the answer in a chat.</summary>
    public const int LargestInChat = 30;

    /// <summary>The records under each of these keys; keys on too many records are left out. One look at the index a key, and never more than its first part.</summary>
    public static async Task<IReadOnlyList<(long Key, Guid RecordId)>> Under(PulihDb db, IReadOnlyCollection<long> keys, int largest, CancellationToken cancel)
    {
        if (keys.Count == 0)
        {
            return [];
        }

        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            var found = command is NpgsqlCommand npgsql ? await AtOnce(npgsql, keys, largest, cancel) : OneByOne(command, keys, largest);
            return [.. found.GroupBy(f => f.Key).Where(g => g.Count() <= largest).SelectMany(g => g)];
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task<List<(long Key, Guid RecordId)>> AtOnce(NpgsqlCommand command, IReadOnlyCollection<long> keys, int largest, CancellationToken cancel)
    {
        command.CommandText = FormattableString.Invariant(
            $"SELECT w.k, r.\"RecordId\" FROM unnest(@p0) AS w(k) CROSS JOIN LATERAL (SELECT \"RecordId\" FROM registry_record_keys WHERE \"Key\" = w.k LIMIT {largest + 1}) r");
        command.Parameters.Add(new NpgsqlParameter("p0", keys.ToArray()));
        var found = new List<(long, Guid)>();
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            found.Add((row.GetInt64(0), row.GetGuid(1)));
        }

        return found;
    }

    private static List<(long Key, Guid RecordId)> OneByOne(DbCommand command, IReadOnlyCollection<long> keys, int largest)
    {
        command.CommandText = FormattableString.Invariant($"SELECT \"RecordId\" FROM registry_record_keys WHERE \"Key\" = @p0 LIMIT {largest + 1}");
        var wanted = command.CreateParameter();
        wanted.ParameterName = "@p0";
        command.Parameters.Add(wanted);
        var found = new List<(long, Guid)>();
        foreach (var key in keys)
        {
            wanted.Value = key;
            using var row = command.ExecuteReader();
            while (row.Read())
            {
                found.Add((key, row.GetGuid(0)));
            }
        }

        return found;
    }
}

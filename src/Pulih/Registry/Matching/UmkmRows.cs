using Linkage.Umkm;

namespace Pulih.Registry.Matching;

/// <summary>Rows of a file of small businesses as the library takes them.</summary>
internal static class UmkmRows
{
    private const int Batch = 8_192;

    /// <summary>Reads and standardises at the same time, on all cores, so that what a row said in its file is kept no longer than needed.</summary>
    public static async Task<IReadOnlyList<UmkmRecord>> Read(string path, CancellationToken cancel)
    {
        var (batches, batch) = (new List<Task<UmkmRecord[]>>(), new List<string[]>(Batch));
        Func<string[], UmkmRecord>? standardise = null;
        var room = new SemaphoreSlim(2 * Environment.ProcessorCount);
        await ListFile.Each(path, columns =>
        {
            standardise = Standardising(columns);
            return row =>
            {
                batch.Add(row);
                if (batch.Count == Batch)
                {
                    Send();
                }
            };
        }, cancel);
        Send();
        return [.. (await Task.WhenAll(batches)).SelectMany(b => b)];

        void Send()
        {
            var rows = batch;
            batch = new(Batch);
            room.Wait(cancel);
            batches.Add(Task.Run(() =>
            {
                try
                {
                    return rows.ConvertAll(r => standardise!(r)).ToArray();
                }
                finally
                {
                    room.Release();
                }
            }, cancel));
        }
    }

    /// <summary>The rows of a list that is in memory already.</summary>
    public static IReadOnlyList<UmkmRecord> Of(ListFile list)
    {
        var standardise = Standardising(list.Columns);
        var records = new UmkmRecord[list.Rows.Count];
        Parallel.For(0, records.Length, i => records[i] = standardise(list.Rows[i]));
        return records;
    }

    private static Func<string[], UmkmRecord> Standardising(IReadOnlyList<string> columns)
    {
        var id = new ListFile(columns, []).Column("record_id");
        var at = UmkmRecord.Columns.ToDictionary(c => c, c => columns.ToList().FindIndex(h => string.Equals(h, c, StringComparison.OrdinalIgnoreCase)), StringComparer.Ordinal);
        return at.Values.Any(i => i >= 0)
            ? row => new(row[id], column => at[column] is >= 0 and var i ? row[i] : "")
            : throw new InvalidDataException($"The list has none of the columns {string.Join(", ", UmkmRecord.Columns)}. For other columns give a model with --model; train makes one.");
    }
}

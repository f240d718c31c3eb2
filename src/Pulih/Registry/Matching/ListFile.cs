using Sylvan.Data.Csv;

namespace Pulih.Registry.Matching;

/// <summary>A list in a CSV file: columns from its first line, separator guessed, rows as they stand.</summary>
internal sealed record ListFile(IReadOnlyList<string> Columns, IReadOnlyList<string[]> Rows)
{
    /// <summary>Reads the file; throws <see cref="InvalidDataException"/> with a sentence where it cannot be used.</summary>
    public static async Task<ListFile> Read(string path, CancellationToken cancel)
    {
        var rows = new List<string[]>();
        return new(await Each(path, _ => rows.Add, cancel), rows);
    }

    /// <summary>Gives the rows one by one and answers the columns, which <paramref name="begun"/> learns first; throws as <see cref="Read"/> does.</summary>
    public static async Task<IReadOnlyList<string>> Each(string path, Func<IReadOnlyList<string>, Action<string[]>> begun, CancellationToken cancel)
    {
        if (!File.Exists(path))
        {
            throw new InvalidDataException($"There is no file {path}.");
        }

        try
        {
            await using var reader = await CsvDataReader.CreateAsync(path, new CsvDataReaderOptions { HasHeaders = true, BufferSize = 1 << 20 }, cancel);
            var columns = Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetName(i).Trim()).ToArray();
            var row = begun(columns);
            var any = false;
            while (await reader.ReadAsync(cancel))
            {
                var cells = new string[columns.Length];
                for (var i = 0; i < cells.Length; i++)
                {
                    cells[i] = i < reader.RowFieldCount ? reader.GetString(i) : "";
                }

                row(cells);
                any = true;
            }

            return any ? columns : throw new InvalidDataException($"{path} has no rows under its first line.");
        }
        catch (Exception broken) when (broken is CsvFormatException or CsvMissingHeadersException or IOException)
        {
            throw new InvalidDataException($"{path} cannot be read as CSV: {broken.Message}", broken);
        }
    }

    /// <summary>Where the column is; throws <see cref="InvalidDataException"/> where there is none of that name.</summary>
    public int Column(string name)
    {
        var at = Columns.ToList().FindIndex(c => string.Equals(c, name, StringComparison.OrdinalIgnoreCase));
        return at >= 0 ? at : throw new InvalidDataException($"The list has no column {name}; it has {string.Join(", ", Columns)}.");
    }
}

using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Secrets;
using Pulih.Platform.Storage;

namespace Pulih.Registry.Import;

/// <summary>Keeps a file's rows and guesses what its columns mean. Every row lies in the database afterwards; the file itself is not needed again.</summary>
internal sealed class UploadList(IDbContextFactory<PulihDb> dbs, Keys keys, TimeProvider clock)
{
    /// <summary>As large as a list of a few hundred thousand rows is.</summary>
    public const int MostBytes = 64 << 20;

    private const int MostRows = 500_000;
    private const int Chunk = 1_000;
    private const int LongestName = 200;

    /// <summary>Gives the import's id; throws <see cref="ListRefused"/> where the file is no list.</summary>
    public async Task<Guid> Of(Stream file, string name, Guid programme, Guid partner, string by, CancellationToken cancel)
    {
        var id = Ids.Next(clock);
        using var rows = OpenList.Rows(file).GetEnumerator();
        var first = new List<(int Line, string[] Cells)>();
        while (first.Count < GuessColumns.LookedThrough && rows.MoveNext())
        {
            first.Add(rows.Current);
        }

        var header = GuessColumns.HeaderRow(first.ConvertAll(f => f.Cells));
        if (first.Count < header + 2)
        {
            throw new ListRefused("import.refused.empty");
        }

        var below = first.Skip(header + 1).Select(f => f.Cells).ToList();
        var headers = first[header].Cells;
        var count = await Keep(id, first.Skip(header + 1), rows, cancel);
        await using var db = await dbs.CreateDbContextAsync(cancel);
        db.Add(new ListImport
        {
            Id = id, PartnerId = partner, ProgrammeId = programme, FileName = Words.CleanText.Cut(Words.CleanText.Of(name), LongestName), Headers = headers,
            Meanings = GuessColumns.Meanings(headers, below), Rows = count, By = by, UploadedAt = clock.GetUtcNow().UtcDateTime, Version = 1,
        });
        await db.SaveChangesAsync(cancel);
        return id;
    }

    // The import itself comes last: rows without one are of an upload that broke off, and nobody sees them.
    private async Task<int> Keep(Guid id, IEnumerable<(int Line, string[] Cells)> first, IEnumerator<(int Line, string[] Cells)> more, CancellationToken cancel)
    {
        var (count, chunk) = (0, new List<ImportRow>(Chunk));
        foreach (var (line, cells) in first.Concat(Rest(more)))
        {
            chunk.Add(new() { ImportId = id, Line = line, Cells = ImportRow.Close(cells, keys) });
            if (++count > MostRows)
            {
                throw new ListRefused("import.refused.size");
            }

            if (chunk.Count == Chunk)
            {
                await Save(chunk, cancel);
                chunk.Clear();
            }
        }

        await Save(chunk, cancel);
        return count;
    }

    private async Task Save(List<ImportRow> chunk, CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        await using var write = await Write.Begin(db, cancel);
        await ManyRows.Insert(db, chunk, cancel);
        await write.Commit(cancel);
    }

    private static IEnumerable<(int Line, string[] Cells)> Rest(IEnumerator<(int Line, string[] Cells)> rows)
    {
        while (rows.MoveNext())
        {
            yield return rows.Current;
        }
    }
}

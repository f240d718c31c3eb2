using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;
using Pulih.Platform.Secrets;
using Pulih.Platform.Storage;
using Pulih.Platform.Web;

namespace Pulih.Registry.Import;

/// <summary>The bad rows of a list as they came, with what to do beside each, to be mended and brought again.</summary>
internal sealed class FixSheet(IDbContextFactory<PulihDb> dbs, Keys keys, IStringLocalizer<Texts> text)
{
    private const int Chunk = 500;

    /// <summary>An Excel sheet in a file that removes itself.</summary>
    public Task<Stream> Of(ListImport list, CancellationToken cancel)
    {
        var columns = new OpenXmlConfiguration { DynamicColumns = [Column("0", text["Line"], 0, 8), Column("1", text["What to do"], 1, 60), .. list.Headers.Select((h, i) => Column(Key(i), h, i + 2, 22))] };
        return SheetFile.Write(Rows(list, cancel), columns, text["to-mend"], cancel);
    }

    private async IAsyncEnumerable<IDictionary<string, object>> Rows(ListImport list, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (var after = 0; ;)
        {
            await using var db = await dbs.CreateDbContextAsync(cancel);
            var rows = await db.Set<ImportRow>().AsNoTracking().Where(r => r.ImportId == list.Id && r.Outcome == RowOutcome.Bad && r.Line > after).OrderBy(r => r.Line).Take(Chunk).ToListAsync(cancel);
            foreach (var row in rows)
            {
                var cells = row.Open(keys);
                var written = new Dictionary<string, object>(StringComparer.Ordinal) { ["0"] = row.Line, ["1"] = string.Join(" ", RowTrouble.Read(row.Troubles).Select(t => $"{text["column." + t.Column]}: {text["import.bad." + t.Reason]}")) };
                for (var i = 0; i < list.Headers.Length; i++)
                {
                    written[Key(i)] = i < cells.Length ? cells[i] : "";
                }

                yield return written;
            }

            if (rows.Count < Chunk)
            {
                yield break;
            }

            after = rows[^1].Line;
        }
    }

    private static string Key(int header) => FormattableString.Invariant($"{header + 2}");

    private static DynamicExcelColumn Column(string key, string name, int at, double width) => new(key) { Index = at, Name = name, Width = width };
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Storage;
using Pulih.Platform.Web;

namespace Pulih.Recovery.Index;

/// <summary>The index as data: its definition, and every cell that may be shown.</summary>
internal static class IndexData
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/recovery/definition.json", () => TypedResults.Json(Definition.Published)).AllowAnonymous();
        routes.MapGet("/recovery/index.csv", Csv).AllowAnonymous();
    }

    private static async Task<IResult> Csv(PulihDb db, CancellationToken cancel)
    {
        var cells = await db.Set<IndexCell>().AsNoTracking().Where(c => c.Median != null).OrderBy(c => c.Month).ThenBy(c => c.Cut).ThenBy(c => c.Key).ToListAsync(cancel);
        var names = cells.FirstOrDefault()?.Values.Select(v => v.Name) ?? [];
        return TypedResults.Stream(await CsvFile.Write(["month", "cut", "key", "definition", "wording", .. names], Rows(), cancel), CsvFile.ContentType, "recovery-index.csv");

        async IAsyncEnumerable<string[]> Rows()
        {
            foreach (var c in cells)
            {
                await Task.CompletedTask;
                yield return [c.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture), c.Cut.ToString(), c.Key, c.Definition, c.Wording, .. c.Values.Select(v => v.Value?.ToString("0.######", CultureInfo.InvariantCulture) ?? "")];
            }
        }
    }
}

using System.Globalization;
using Pulih.Platform.Storage;
using Pulih.Platform.Web;
using Pulih.Programmes.Contracts;
using Pulih.Proof.Contracts;
using Pulih.Registry.Contracts;

namespace Pulih.Insight.OpenData;

/// <summary><c>/programmes/{code}/figures.json</c>, <c>figures.csv</c> and <c>progress.svg</c>, a picture of the progress that other pages may show. Kept for a few seconds, like the public page.</summary>
internal static class FigureFiles
{
    private static readonly string[] Columns = ["measure", "cut", "key", "name", "count", "hidden"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        Add("figures.json", (open, _) => Task.FromResult<IResult>(TypedResults.Json(open.Document)));
        Add("figures.csv", async (open, cancel) => TypedResults.Stream(await CsvFile.Write(Columns, Rows(open), cancel), CsvFile.ContentType));
        routes.MapGet("/programmes/{code}/progress.svg", async (string code, PulihDb db, IProgrammes programmes, IVerified verified, CancellationToken cancel) =>
            (await programmes.Map(cancel)).Find(code) is { } programme
                ? Results.Text(ProgressPicture.Of(programme, (await verified.Of(db, programme.Id, cancel)).Total), "image/svg+xml; charset=utf-8")
                : Results.NotFound()).AllowAnonymous().CacheOutput(PublicCache.Name);

        void Add(string file, Func<OpenFigures, CancellationToken, Task<IResult>> answer) => routes.MapGet($"/programmes/{{code}}/{file}", async (string code, PulihDb db, IProgrammes programmes, IVerified verified, IRegions regions, HttpContext context, CancellationToken cancel) =>
        {
            if ((await programmes.Map(cancel)).Find(code) is not { } programme)
            {
                return Results.NotFound();
            }

            context.Response.Headers.AccessControlAllowOrigin = "*"; // Open data: anybody's page may read it.
            return await answer(new(programme, await verified.Of(db, programme.Id, cancel), key => regions.Get(key)?.Name ?? ""), cancel);
        }).AllowAnonymous().CacheOutput(PublicCache.Name);
    }

    private static async IAsyncEnumerable<string[]> Rows(OpenFigures open)
    {
        await Task.CompletedTask;
        foreach (var row in open.Rows)
        {
            yield return [row.Measure, row.Cut, row.Key, row.Name, row.Count?.ToString(CultureInfo.InvariantCulture) ?? "", row.Count is null ? "1" : "0"];
        }
    }
}

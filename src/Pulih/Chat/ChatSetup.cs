using Pulih.Chat.Contracts;
using Pulih.Chat.Inbox;
using Pulih.Chat.Linking;
using Pulih.Chat.Simulator;
using Pulih.Chat.Takeover;
using Pulih.Chat.Turns;
using Pulih.Chat.Webhooks;
using Pulih.Participation.Contracts;
using Pulih.Platform.Accounts;
using Pulih.Platform.Cluster;
using Pulih.Platform.Observability;
using Pulih.Platform.Web;

namespace Pulih.Chat;

/// <summary>The resource files of this capability.</summary>
internal sealed class Texts;

internal static class ChatSetup
{
    public static WebApplicationBuilder AddChat(this WebApplicationBuilder builder)
    {
        builder.Services
            .AddSingleton<WakeLanes>()
            .AddHostedService(s => s.GetRequiredService<WakeLanes>())
            .AddSingleton<AppendToInbox>()
            .AddHostedService(s => s.GetRequiredService<AppendToInbox>())
            .AddSingleton<TakeTurns>()
            .AddSingleton<AnswerBatch>()
            .AddSingleton<FindConversations>()
            .AddSingleton<HearMessage>()
            .AddSingleton<ParkMessage>()
            .AddSingleton<LinkChannels>()
            .AddSingleton<ISpeak, Speak>()
            .AddSingleton<IReach, TellReach>()
            .AddSingleton<ReadConversation>()
            .AddSingleton<IShowParticipant, ShowConversation>()
            .AddSingleton<IDeskFigures, InboxFigures>()
            .AddSingleton<TakeOver>()
            .AddSingleton<IDeskFigures, TakeoverFigures>()
            .AddSingleton(new DeskLink(24, WaitingPage.Address, typeof(Texts), "People waiting", Policies.Classes))
            .AddSingleton(new DeskLink(30, ParkedPage.Address, typeof(Texts), "Parked messages", Policies.Operate))
            .AddJob<SettleStatuses>()
            .AddBacklog<InboxMessage>("inbox", m => m.State == InboxState.Waiting)
            .AddBacklog<InboxMessage>("parked", m => m.State == InboxState.Parked)
            .AddJob<ForgetBodies>();
        builder.Services.AddHttpClient<IFetchFiles, FetchFiles>(http => http.Timeout = TimeSpan.FromSeconds(30));
        return builder.AddSimulator();
    }

    public static WebApplication MapChat(this WebApplication app)
    {
        app.MapWebhooks();
        app.MapWatchInbox();
        app.MapShowFile();
        return app;
    }
}

using Pulih.Chat.Contracts;
using Pulih.Participation.Contracts;
using Pulih.Platform.Accounts;
using Pulih.Platform.Cluster;
using Pulih.Platform.Commands;
using Pulih.Platform.Demo;
using Pulih.Platform.Events;
using Pulih.Platform.Web;
using Pulih.Privacy.Contracts;
using Pulih.Recovery.Demo;
using Pulih.Recovery.Index;
using Pulih.Recovery.Pulse;

namespace Pulih.Recovery;

/// <summary>How trained businesses fare: the monthly survey, the index that follows from it, and what the training had to do with it.</summary>
internal static class RecoverySetup
{
    public static WebApplicationBuilder AddRecovery(this WebApplicationBuilder builder)
    {
        builder.Services
            .AddSingleton<KeepAnswers>()
            .AddSingleton<PulseMessages>()
            .AddSingleton<PulseTurn>()
            .AddSingleton<PulseLink>()
            .AddSingleton<IDialogue, PulseDialogue>()
            .AddHandler<Enrolled, JoinPanel>()
            .AddHandler<ConsentGiven, JoinPanel>()
            .AddHandler<ConsentWithdrawn, JoinPanel>()
            .AddJob<AskPulse>()
            .AddSingleton(new DeskLink(36, PanelPage.Address, typeof(Texts), "pulse.panel", Policies.Participants))
            .AddSingleton<ComputeIndex>()
            .AddJob<KeepIndex>()
            .AddSingleton<IVerb, IndexVerb>()
            .AddScoped<ISeedDemo, SeedPulse>();
        return builder;
    }

    public static WebApplication MapRecovery(this WebApplication app)
    {
        IndexData.Map(app);
        return app;
    }
}

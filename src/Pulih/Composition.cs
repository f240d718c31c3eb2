using Pulih.Chat;
using Pulih.Classes;
using Pulih.Insight;
using Pulih.Learning;
using Pulih.Market;
using Pulih.Participation;
using Pulih.Platform;
using Pulih.Privacy;
using Pulih.Programmes;
using Pulih.Proof;
using Pulih.Recovery;
using Pulih.Registry;
using Pulih.Sending;

namespace Pulih;

/// <summary>The whole product: one line a capability.</summary>
public static class Composition
{
    /// <summary>Builds the product without starting it; throws when the configuration is unsafe or incomplete, saying what to set.</summary>
    /// <param name="args">Settings such as <c>--Data:Folder=…</c>.</param>
    /// <param name="adjust">The last word on the services; tests replace the clock by it.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = PlatformSetup.Builder(args)
            .AddPlatform()
            .AddPrivacy()
            .AddProgrammes()
            .AddRegistry()
            .AddParticipation()
            .AddSending()
            .AddChat()
            .AddLearning()
            .AddClasses()
            .AddProof()
            .AddRecovery()
            .AddMarket()
            .AddInsight();
        adjust?.Invoke(builder);
        return builder.Build()
            .UsePlatform()
            .MapChat()
            .MapLearning()
            .MapClasses()
            .MapProof()
            .MapRecovery()
            .MapMarket()
            .MapInsight();
    }
}

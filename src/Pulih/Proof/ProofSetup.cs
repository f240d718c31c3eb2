using Pulih.Platform.Cluster;
using Pulih.Proof.Seal;

namespace Pulih.Proof;

/// <summary>What was achieved and how it is proved: evidence, credits, figures, certificates, and the chain of seals.</summary>
internal static class ProofSetup
{
    public static WebApplicationBuilder AddProof(this WebApplicationBuilder builder)
    {
        builder.Services
            .AddSingleton<CheckSeals>()
            .AddJob<SealFacts>();
        return builder;
    }
}

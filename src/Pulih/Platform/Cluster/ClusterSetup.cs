using Orleans.Configuration;

namespace Pulih.Platform.Cluster;

/// <summary>One silo in the process by default; with <c>Cluster:Redis</c> the process joins the others on the same PostgreSQL.</summary>
internal static class ClusterSetup
{
    public static WebApplicationBuilder AddCluster(this WebApplicationBuilder builder)
    {
        var redis = builder.Configuration["Cluster:Redis"];
        builder.Host.UseOrleans(silo =>
        {
            if (string.IsNullOrEmpty(redis))
            {
                // Nobody else joins, so any free ports will do and two products can run on one machine.
                silo.UseLocalhostClustering(FreePort.Find(), FreePort.Find(), serviceId: "pulih", clusterId: "pulih");
            }
            else
            {
                silo.UseRedisClustering(redis)
                    .Configure<ClusterOptions>(o => (o.ServiceId, o.ClusterId) = ("pulih", "pulih"))
                    .Configure<ClusterMembershipOptions>(o => o.ProbeTimeout = TimeSpan.FromSeconds(2))
                    .ConfigureEndpoints(builder.Configuration.GetValue("Cluster:SiloPort", 11111), builder.Configuration.GetValue("Cluster:GatewayPort", 30000));
            }
        });
        builder.Services.AddHostedService<JobClock>();
        return builder;
    }

    /// <summary>Adds a job that one machine of the cluster runs.</summary>
    public static IServiceCollection AddJob<TJob>(this IServiceCollection services)
        where TJob : class, IJob => services.AddSingleton<TJob>().AddSingleton<IJob>(s => s.GetRequiredService<TJob>());
}

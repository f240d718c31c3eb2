using Pulih.Platform.Demo;
using Pulih.Platform.Storage;

namespace Pulih.Platform;

/// <summary>Brings the schema up to date before anything else starts and, in Demo, makes the programme in an empty database.</summary>
internal sealed class OpenDatabase(IServiceProvider services, SeedDemo demo) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await services.Migrate(cancellationToken);
        await demo.Begin(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Demo;
using Pulih.Platform.Storage;

namespace Pulih.Platform;

/// <summary>Brings the schema up to date before anything else starts and, in Demo, fills an empty database.</summary>
internal sealed class OpenDatabase(IServiceProvider services, Settings settings) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await services.Migrate(cancellationToken);
        if (settings.Demo)
        {
            await services.SeedDemo(cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

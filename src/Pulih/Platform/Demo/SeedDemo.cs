using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Storage;

namespace Pulih.Platform.Demo;

/// <summary>
/// Fills an empty database for the demo: what is quick before the product listens, the people behind it right after,
/// so that the first page never waits for them.
/// </summary>
internal sealed class SeedDemo(IServiceScopeFactory scopes, Settings settings, TimeProvider clock, IHostApplicationLifetime life, ILogger<SeedDemo> log) : BackgroundService
{
    private const int QuickOrder = 11;
    private const int Begun = 1;
    private const int Filled = 2;
    private DemoWorld? world;

    /// <summary>Makes the programme itself; does nothing when there is a demo already.</summary>
    public async Task Begin(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PulihDb>();
        var marks = settings.Demo ? await db.Set<DemoMark>().Select(m => m.Id).ToListAsync(cancel) : [Begun, Filled];
        if (marks is [Begun])
        {
            log.LogWarning("The demo was interrupted while it was filled; delete the data folder to have it anew.");
        }

        if (marks.Count == 0)
        {
            world = new(clock.GetUtcNow().UtcDateTime);
            await Seed(scope.ServiceProvider, db, world, s => s.Order <= QuickOrder, Begun, cancel);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (world is not null)
        {
            var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var listening = life.ApplicationStarted.Register(started.SetResult);
            await started.Task.WaitAsync(stoppingToken);
            await using var scope = scopes.CreateAsyncScope();
            await Seed(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<PulihDb>(), world, s => s.Order > QuickOrder, Filled, stoppingToken);
        }
    }

    private static async Task Seed(IServiceProvider services, PulihDb db, DemoWorld world, Func<ISeedDemo, bool> which, int mark, CancellationToken cancel)
    {
        foreach (var seeder in services.GetServices<ISeedDemo>().Where(which).OrderBy(s => s.Order))
        {
            await seeder.Seed(db, world, cancel);
        }

        db.Add(new DemoMark { Id = mark, At = world.Now });
        await db.SaveChangesAsync(cancel);
    }
}

/// <summary>How far the demo was seeded.</summary>
internal sealed class DemoMark
{
    public int Id { get; init; }
    public DateTime At { get; init; }
}

internal sealed class DemoMarkMapping : IEntityTypeConfiguration<DemoMark>
{
    public void Configure(Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<DemoMark> builder)
    {
        builder.ToTable("platform_demo");
        builder.Property(m => m.Id).ValueGeneratedNever();
    }
}

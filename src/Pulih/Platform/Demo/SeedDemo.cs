using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Storage;

namespace Pulih.Platform.Demo;

internal static class Seeding
{
    /// <summary>Fills an empty database; does nothing when the demo is already there.</summary>
    public static async Task SeedDemo(this IServiceProvider services, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PulihDb>();
        if (await db.Set<DemoMark>().AnyAsync(cancel))
        {
            return;
        }

        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var world = new DemoWorld(now);
        foreach (var seeder in scope.ServiceProvider.GetServices<ISeedDemo>().OrderBy(s => s.Order))
        {
            await seeder.Seed(db, world, cancel);
        }

        db.Add(new DemoMark { Id = 1, At = now });
        await db.SaveChangesAsync(cancel);
    }
}

/// <summary>One row that says the demo was seeded.</summary>
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

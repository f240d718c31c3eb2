using Pulih.Platform.Demo;
using Pulih.Platform.Storage;
using Pulih.Programmes.Contracts;
using Pulih.Sending.Cost;

namespace Pulih.Sending.Demo;

/// <summary>A budget for the demo programme's messages.</summary>
internal sealed class SeedBudget : ISeedDemo
{
    private const long Limit = 25_000_000_00;

    // Before anybody can write, because the first message would make the programme's row by itself.
    public int Order => 10;

    public Task Seed(PulihDb db, DemoWorld world, CancellationToken cancel)
    {
        var programme = world.Made<ProgrammeInfo>()[0];
        db.Add(new Budget { Id = programme.Id, Limit = Limit });
        db.Add(new BudgetChange { Id = Ids.Next(new DemoMoment(world.Now)), BudgetId = programme.Id, Limit = Limit, Reason = "Anggaran awal program contoh", By = "demo", At = world.Now });
        return Task.CompletedTask;
    }
}

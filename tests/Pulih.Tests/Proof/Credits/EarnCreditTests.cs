using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pulih.Learning.Contracts;
using Pulih.Platform.Events;
using Pulih.Platform.Storage;
using Pulih.Proof.Certificates;
using Pulih.Proof.Contracts;
using Pulih.Proof.Evidence;

namespace Pulih.Proof.Credits;

public sealed class EarnCreditTests : IAsyncLifetime
{
    private ProofWorld world = null!;

    public async ValueTask InitializeAsync() => world = await ProofWorld.Start();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_completion_told_five_times_counts_once()
    {
        var completed = world.Completion(await world.Owner());

        await world.Tell(completed, completed, completed);
        await world.Tell(completed);
        await world.Tell(completed);

        (await Total(world.Programme.Id)).ShouldBe(1);
        (await world.Count<Credit>(), await world.Count<CourseEvidence>(), await world.Count<Certificate>()).ShouldBe((1, 1, 1));
    }

    [Fact]
    public async Task A_business_trained_in_two_programmes_is_one_for_each_and_one_for_the_nation()
    {
        var owner = await world.Owner();

        await world.Tell(world.Completion(owner), world.Completion(owner, world.OtherProgramme));

        (await Total(world.Programme.Id), await Total(world.OtherProgramme.Id), await Total(VerifiedFigures.Nation)).ShouldBe((1, 1, 1));
    }

    [Fact]
    public async Task A_business_trained_by_two_partners_is_one_in_the_programme_and_one_for_each_partner()
    {
        var owner = await world.Owner();

        await world.Tell(world.Completion(owner));
        await world.Tell(world.Completion(owner, partner: 1));

        var figures = await Figures(world.Programme.Id);
        figures.Total.ShouldBe(1);
        figures.ByPartner.ShouldBe(world.Programme.Partners.ToDictionary(p => p.Id, _ => 1L), ignoreOrder: true);
        figures.ByProvince.ShouldBe(new Dictionary<string, long> { ["32"] = 1 });
    }

    [Fact]
    public async Task Two_machines_counting_one_business_at_the_same_moment_count_it_once()
    {
        var owner = await world.Owner();
        var twice = new[] { world.Completion(owner), world.Completion(owner) };

        // Both look before either saves; the second save must meet the index.
        await using var first = await Counted(twice[0]);
        await using var second = await Counted(twice[1]);
        await first.SaveChangesAsync();
        var clash = await Should.ThrowAsync<DbUpdateException>(() => second.SaveChangesAsync());

        Troubles.IsConflict(clash).ShouldBeTrue();
        await world.Tell(twice[1]);
        (await world.Count<Credit>(), await Total(VerifiedFigures.Nation), await world.Count<Certificate>()).ShouldBe((1, 1, 2));
    }

    [Fact]
    public async Task The_last_hours_of_July_in_UTC_count_for_August_in_Jakarta()
    {
        await world.Tell(world.Completion(await world.Owner()) with { BegunAt = new(2026, 7, 30, 1, 0, 0, DateTimeKind.Utc), CompletedAt = new(2026, 7, 31, 17, 30, 0, DateTimeKind.Utc) });

        (await Figures(world.Programme.Id)).ByMonth.ShouldBe([(new DateOnly(2026, 8, 1), 1L)]);
    }

    private async Task<PulihDb> Counted(CourseCompleted completed)
    {
        var db = await world.App.Services.GetRequiredService<IDbContextFactory<PulihDb>>().CreateDbContextAsync();
        await using var scope = world.App.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ProveCompletion>().Handle([completed], db, default);
        return db;
    }

    private async Task<long> Total(Guid programme) => (await Figures(programme)).Total;

    private Task<VerifiedFigures> Figures(Guid programme) =>
        world.App.With(db => world.App.Services.GetRequiredService<IVerified>().Of(db, programme, default));
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pulih.Registry.Review;

namespace Pulih.Proof.Credits;

public sealed class CountedBusinessesTests : IAsyncLifetime
{
    private ProofWorld world = null!;

    public async ValueTask InitializeAsync() => world = await ProofWorld.Start();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_pair_of_which_both_are_trained_comes_to_the_front_of_the_review()
    {
        var (one, other) = (await world.Owner("Kartini Purnamasari (contoh)"), await world.Owner("Kartini Purnamasari (contoh)"));
        await world.App.Quiet();
        (await Weighed()).ShouldBe(0);
        await world.Tell(world.Completion(one));
        (await Weighed()).ShouldBe(1);
        await world.Tell(world.Completion(other));
        (await Weighed()).ShouldBe(2);
    }

    private async Task<int> Weighed()
    {
        world.Clock.Advance(TimeSpan.FromMinutes(11));
        await world.App.Services.GetRequiredService<WeighPairs>().Run(default);
        return (await world.App.With(db => db.Set<Pair>().AsNoTracking().SingleAsync())).Counted;
    }
}

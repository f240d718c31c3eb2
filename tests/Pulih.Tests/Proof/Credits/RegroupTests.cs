using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pulih.Platform.Storage;
using Pulih.Proof.Certificates;
using Pulih.Proof.Contracts;
using Pulih.Proof.Figures;
using Pulih.Registry.Contracts;
using Pulih.Registry.Merging;

namespace Pulih.Proof.Credits;

public sealed class RegroupTests : IAsyncLifetime
{
    private ProofWorld world = null!;

    public async ValueTask InitializeAsync() => world = await ProofWorld.Start();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Two_businesses_that_are_one_count_once_until_the_merge_is_taken_back()
    {
        var (one, other) = (await world.Owner(), await world.Owner("Siti Aminah (contoh)"));
        await world.Tell(world.Completion(one), world.Completion(other, partner: 1));
        (await Total(), await Total(VerifiedFigures.Nation)).ShouldBe((2, 2));

        var merge = await Merge(one.Businesses[0].Id, other.Businesses[0].Id);
        (await Total(), await Total(VerifiedFigures.Nation)).ShouldBe((1, 1));
        (await ByPartner()).ShouldBe([1, 1]);
        await Merge(other.Businesses[0].Id, one.Businesses[0].Id);
        (await world.Count<Merge>()).ShouldBe(1);

        // Trained again by the other partner, which has it already; and in another programme, where it is new.
        await world.Tell(world.Completion(one, partner: 1), world.Completion(other, world.OtherProgramme));
        (await Total(), await Total(VerifiedFigures.Nation)).ShouldBe((1, 1));
        (await ByPartner()).ShouldBe([1, 1]);

        (await Undo(merge!.Value)).ShouldBeTrue();
        (await Total(), await Total(world.OtherProgramme.Id), await Total(VerifiedFigures.Nation)).ShouldBe((2, 1, 2));
        (await Undo(merge.Value)).ShouldBeFalse();
        (await world.Count<Certificate>()).ShouldBe(4);
        await CountsHold();
    }

    [Fact]
    public async Task A_business_trained_by_two_partners_is_one_in_the_total_and_shown_as_shared_by_them()
    {
        var (one, other, third) = (await world.Owner(), await world.Owner(), await world.Owner());
        await world.Tell(world.Completion(one), world.Completion(one, partner: 1), world.Completion(other), world.Completion(third, partner: 1));
        await OverlapsHold();
        var shared = (await Figures(world.Programme.Id)).Shared.ShouldHaveSingleItem();
        shared.Partners.Order().ShouldBe(world.Programme.Partners.Select(p => p.Id).Order());
        (shared.Count, await Total()).ShouldBe((1, 3));

        await Merge(other.Businesses[0].Id, third.Businesses[0].Id);
        await OverlapsHold();
        ((await Figures(world.Programme.Id)).Shared.Single().Count, await Total()).ShouldBe((2, 2));
    }

    [Fact]
    public async Task Any_history_of_merging_taking_back_and_training_counts_what_its_groups_say_and_taking_all_back_restores_it() =>
        await Gen.Int[0, int.MaxValue].Array[12].SampleAsync(
            async history =>
            {
                var owners = new List<PersonInfo>();
                for (var i = 0; i < 4; i++)
                {
                    owners.Add(await world.Owner());
                }

                var merges = new List<Guid>();
                await world.Tell([.. owners.Take(3).Select(o => world.Completion(o))]);
                var untouched = await Flags();
                var trained = false;
                foreach (var step in history)
                {
                    var (a, b) = (step / 8 % 4, step / 32 % 4);
                    switch (step % 8)
                    {
                        case < 4 when a != b && await Merge(owners[a].Businesses[0].Id, owners[b].Businesses[0].Id) is { } merge:
                            merges.Add(merge);
                            break;
                        case 4 or 5 when merges.Count > 0:
                            (await Undo(merges[a % merges.Count])).ShouldBeTrue();
                            merges.RemoveAt(a % merges.Count);
                            break;
                        case 6:
                            trained = true;
                            await world.Tell(world.Completion(owners[a], b % 2 == 0 ? world.Programme : world.OtherProgramme, b / 2));
                            break;
                    }

                    await CountsHold();
                    await OverlapsHold();
                }

                foreach (var merge in merges)
                {
                    await Undo(merge);
                }

                await CountsHold();
                if (!trained)
                {
                    (await Flags()).ShouldBe(untouched);
                }
            },
            iter: 3, threads: 1);

    /// <summary>Roll-ups equal a recount of the credits, and the credits that count are what the groups say.</summary>
    private async Task CountsHold()
    {
        (await world.App.Services.GetRequiredService<Recount>().Run(default)).ShouldBeEmpty();
        var credits = await world.App.With(db => db.Set<Credit>().AsNoTracking().ToListAsync());
        var groups = await world.App.With(db => world.App.Services.GetRequiredService<IBusinesses>().Groups(db, [.. credits.Select(c => c.BusinessId).Distinct()], default));
        string Group(Credit c) => groups[c.BusinessId][0].ToString();
        credits.Where(c => c.National).Select(Group).Order().ShouldBe(credits.Select(Group).Distinct().Order());
        credits.Where(c => c.InProgramme).Select(c => (Group(c), c.ProgrammeId)).Order().ShouldBe(credits.Select(c => (Group(c), c.ProgrammeId)).Distinct().Order());
        credits.Where(c => c.ForPartner).Select(c => (Group(c), c.ProgrammeId, c.PartnerId)).Order().ShouldBe(credits.Select(c => (Group(c), c.ProgrammeId, c.PartnerId)).Distinct().Order());
    }

    /// <summary>The sets of partners that share businesses are what the credits and the groups say.</summary>
    private async Task OverlapsHold()
    {
        await world.App.Services.GetRequiredService<CountOverlaps>().Run(default);
        var credits = await world.App.With(db => db.Set<Credit>().AsNoTracking().ToListAsync());
        var groups = await world.App.With(db => world.App.Services.GetRequiredService<IBusinesses>().Groups(db, [.. credits.Select(c => c.BusinessId).Distinct()], default));
        foreach (var programme in (Guid[])[world.Programme.Id, world.OtherProgramme.Id])
        {
            var expected = credits.Where(c => c.ProgrammeId == programme).GroupBy(c => groups[c.BusinessId][0]).Count(g => g.Select(c => c.PartnerId).Distinct().Count() > 1);
            (await Figures(programme)).Shared.Sum(s => s.Count).ShouldBe(expected);
        }
    }

    private async Task<Guid?> Merge(Guid one, Guid other)
    {
        var merge = await world.App.With(async db =>
        {
            var made = await world.App.Services.GetRequiredService<MergeBusinesses>().Of(db, one, other, "petugas (contoh)", "sama", default);
            await db.SaveChangesAsync();
            return made?.Id;
        });
        await world.Tell();
        return merge;
    }

    private async Task<bool> Undo(Guid merge)
    {
        var done = await world.App.With(async db =>
        {
            var undone = await world.App.Services.GetRequiredService<MergeBusinesses>().Undo(db, merge, "petugas (contoh)", "keliru", default);
            await db.SaveChangesAsync();
            return undone;
        });
        await world.Tell();
        return done;
    }

    private Task<List<(Guid, bool, bool, bool)>> Flags() => world.App.With(async db =>
        (await db.Set<Credit>().AsNoTracking().OrderBy(c => c.Id).ToListAsync()).ConvertAll(c => (c.Id, c.ForPartner, c.InProgramme, c.National)));

    private async Task<long> Total(Guid? programme = null) => (await Figures(programme ?? world.Programme.Id)).Total;

    private async Task<long[]> ByPartner() => [.. (await Figures(world.Programme.Id)).ByPartner.Values];

    private Task<VerifiedFigures> Figures(Guid programme) => world.App.With(db => world.App.Services.GetRequiredService<IVerified>().Of(db, programme, default));
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pulih.Platform.Facts;
using Pulih.Programmes.Contracts;

namespace Pulih.Programmes.Targets;

public sealed class RaiseTargetTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly App app = shared.App;

    [Fact]
    public async Task Raising_a_target_keeps_the_former_one_with_date_officer_and_reason()
    {
        var programme = await app.Programme("uji-1");

        await Raise(programme, 100_000, "Mitra menambah kelas");

        var history = await app.With(db => db.Set<Target>().Where(t => t.ProgrammeId == programme).OrderBy(t => t.Number).ToListAsync());
        history.Select(t => (t.Number, t.From, t.Count, t.Reason, t.SetBy)).ShouldBe(
        [
            (1, null, 15_000L, "15.000 sebagai minimum", ProgrammeSample.Officer),
            (2, 15_000L, 100_000L, "Mitra menambah kelas", ProgrammeSample.Officer),
        ]);
        history[1].SetAt.ShouldBeGreaterThan(history[0].SetAt);
    }

    [Fact]
    public async Task A_target_without_a_reason_or_without_a_change_cannot_be_set()
    {
        var programme = await app.Programme("uji-2");

        await Should.ThrowAsync<ArgumentException>(() => Raise(programme, 100_000, " "));
        await Should.ThrowAsync<ArgumentException>(() => Raise(programme, 15_000, "Sama saja"));
        (await app.With(db => db.Set<Target>().CountAsync(t => t.ProgrammeId == programme))).ShouldBe(1);
    }

    [Fact]
    public async Task Two_officers_cannot_both_set_the_next_target()
    {
        var programme = await app.Programme("uji-3");
        var first = await app.With(db => db.Set<Target>().AsNoTracking().SingleAsync(t => t.ProgrammeId == programme));
        await app.Change(db => db.Add(first.Next(20_000, "satu", "a", TimeProvider.System)));

        await Should.ThrowAsync<DbUpdateException>(() => app.Change(db => db.Add(first.Next(30_000, "dua", "b", TimeProvider.System))));
    }

    [Fact]
    public async Task Every_target_is_a_fact_that_can_be_proved()
    {
        var programme = await app.Programme("uji-4");
        await Raise(programme, 100_000, "Mitra menambah kelas");

        var facts = await app.With(db => db.Set<Fact>().Where(f => f.Subject == programme && f.Kind == "programmes.target-set").Select(f => f.Content!).ToListAsync());
        facts.Count.ShouldBe(2);
        facts.ShouldAllBe(f => !f.Contains(ProgrammeSample.Officer));
    }

    [Fact]
    public async Task What_others_ask_about_programmes_shows_a_new_target_at_once()
    {
        var programme = await app.Programme("uji-5");
        var programmes = app.Services.GetRequiredService<IProgrammes>();
        (await programmes.Map(TestContext.Current.CancellationToken)).Find("uji-5")!.Targets[^1].Count.ShouldBe(15_000);

        await Raise(programme, 100_000, "Mitra menambah kelas");

        (await programmes.Map(TestContext.Current.CancellationToken)).ById(programme)!.Targets.Select(t => t.Count).ShouldBe([15_000, 100_000]);
    }

    private Task<Target> Raise(Guid programme, long count, string reason) =>
        app.Using<RaiseTarget, Target>(raise => raise.To(programme, count, reason, ProgrammeSample.Officer, TestContext.Current.CancellationToken));
}

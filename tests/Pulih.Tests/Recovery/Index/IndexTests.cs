using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Storage;
using Pulih.Recovery.Pulse;
using Pulih.Registry.Contracts;
using Pulih.Registry.Merging;

namespace Pulih.Recovery.Index;

/// <summary>The index from answer to page.</summary>
public sealed class IndexTests : IAsyncLifetime
{
    private RecoveryWorld world = null!;

    public async ValueTask InitializeAsync() => world = await RecoveryWorld.Start();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task The_page_shows_what_follows_from_the_answers_and_one_command_computes_it_again()
    {
        (await world.App.Http.GetStringAsync("/recovery")).ShouldContain("Belum cukup jawaban");
        await Answered("35.06.15", 40, 1);
        await Answered("73.71.01", 10, -4);
        await world.Work<KeepIndex>();
        await Task.Delay(3_200); // The public page is kept for three seconds.
        var page = await world.App.Http.GetStringAsync("/recovery");
        page.ShouldContain("105,0");
        page.ShouldContain("Jawa Timur");
        page.ShouldNotContain("Sulawesi Selatan", customMessage: "ten answers make no figure");
        var data = await world.App.Http.GetStringAsync("/recovery/index.csv");
        data.ShouldContain("\"2026-10\",\"Province\",\"35\"");
        data.ShouldNotContain("\"Province\",\"73\"");
        (await Index()).ShouldContain("0 differ");

        await world.App.With(db => db.Set<IndexCell>().Where(c => c.Cut == Cut.All).ExecuteUpdateAsync(set => set.SetProperty(c => c.Median, 2.0)));
        (await Index()).ShouldContain("1 differ");
        (await Index()).ShouldContain("0 differ");
        await world.App.With(db => db.Set<Report>().OrderBy(r => r.BusinessId).Take(1).ExecuteUpdateAsync(set => set.SetProperty(r => r.Sales, 99L)));
        (await Index(code: 1)).ShouldContain("does not follow from the answers");
    }

    [Fact]
    public async Task A_doubled_record_of_a_business_changes_no_figure_once_it_is_known_as_one()
    {
        var owners = await Answered("35.06.15", 31, 0);
        var before = await Cell();
        var doubled = (await Answered("35.06.15", 1, 4)).Single();
        (await Cell()).Answered.ShouldBe(before.Answered + 1);
        await Merge(owners[0].Businesses[0].Id, doubled.Businesses[0].Id);
        var after = await Cell();
        (after.Enrolled, after.Answered).ShouldBe((before.Enrolled, before.Answered));
    }

    [Fact]
    public async Task Two_wordings_never_mix_in_one_figure()
    {
        await Answered("35.06.15", 30, 1);
        await world.App.With(db => db.Set<GivenAnswer>().Where(a => a.Value == 1 && a.Question == Question.Compared).OrderBy(a => a.Id).Take(5).ExecuteUpdateAsync(set => set.SetProperty(a => a.Wording, "2020-01")));
        (await Cell()).Measured.ShouldBe(25);
    }

    private async Task<IReadOnlyList<PersonInfo>> Answered(string region, int count, int band)
    {
        var owners = new List<PersonInfo>();
        await world.App.Change(db =>
        {
            var people = world.Get<IPeople>();
            for (var i = 0; i < count; i++)
            {
                var owner = people.Register(db, new(Ids.Next(world.Clock), "Orang Contoh", null, null, "whatsapp", Guid.CreateVersion7().ToString("N"), region, "id"));
                owner = people.AddBusiness(db, owner, new("Warung Contoh", "kue", "makanan_olahan", "10794", region));
                var member = PanelMember.Of(owner.Businesses[0].Id, owner.Id, Guid.Empty, Guid.Empty, region[..2], "makanan_olahan", RecoveryWorld.Morning.UtcDateTime.AddDays(-60));
                db.Add(member);
                var keep = world.Get<KeepAnswers>();
                var report = keep.Give(db, member, null, RecoveryWorld.October, Question.Status, 1, Door.Chat);
                keep.Give(db, member, report, RecoveryWorld.October, Question.Compared, band, Door.Chat);
                owners.Add(owner);
            }
        });
        return owners;
    }

    private Task Merge(Guid one, Guid other) => world.App.With(async db =>
    {
        (await world.Get<MergeBusinesses>().Of(db, one, other, "petugas (contoh)", "sama", default)).ShouldNotBeNull();
        return await db.SaveChangesAsync();
    });

    private async Task<IndexCell> Cell() => await world.App.With(async db => (await world.Get<ComputeIndex>().Of(db, RecoveryWorld.October, default)).Single(c => c.Cut == Cut.All));

    private Task<string> Index(int code = 0) => world.App.Verb(code, "index", "--month", "2026-10");
}

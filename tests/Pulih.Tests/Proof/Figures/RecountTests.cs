using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pulih.Platform.Storage;
using Pulih.Proof.Contracts;
using Pulih.Proof.Credits;

namespace Pulih.Proof.Figures;

public sealed class RecountTests : IAsyncLifetime
{
    private ProofWorld world = null!;

    public async ValueTask InitializeAsync()
    {
        world = await ProofWorld.Start();
        var owners = new[] { await world.Owner(region: "32.04.05"), await world.Owner(region: "35.06.01"), await world.Owner(region: "91.71.01") };
        await world.Tell([.. owners.Select(o => world.Completion(o)), world.Completion(owners[0], world.OtherProgramme), world.Completion(owners[0], partner: 1)]);
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Figures_that_follow_from_the_credits_show_no_difference()
    {
        (await Recounted()).ShouldBeEmpty();
        Reported([]).ShouldBe((0, "Every figure follows from the credits."));
    }

    [Fact]
    public async Task A_delta_that_waits_to_be_folded_is_no_difference()
    {
        await world.Tell(world.Completion(await world.Owner()));
        await Sql("DELETE FROM proof_rollups");
        await Sql("DELETE FROM proof_deltas");
        await world.App.Change(db => db.AddRange(db.Set<Credit>().AsNoTracking().AsEnumerable().SelectMany(c => Delta.Of(c, 1, world.Clock)).ToList()));

        (await Recounted()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("UPDATE proof_rollups SET \"Count\" = \"Count\" + 1 WHERE \"Cut\" = 2 AND \"Key\" = '35'")]
    [InlineData("DELETE FROM proof_rollups WHERE \"Cut\" = 0")]
    [InlineData("DELETE FROM proof_credits WHERE \"Province\" = '35'")]
    public async Task An_altered_figure_or_a_lost_credit_is_printed_and_answers_1(string harm)
    {
        await Sql(harm);

        var differences = await Recounted();

        differences.ShouldNotBeEmpty();
        var (code, printed) = Reported(differences);
        code.ShouldBe(1);
        printed.ShouldContain(": shown ");
    }

    [Fact]
    public async Task The_figures_add_up_by_month_province_and_partner()
    {
        var figures = await world.App.With(db => world.App.Services.GetRequiredService<IVerified>().Of(db, world.Programme.Id, default));

        figures.Total.ShouldBe(3);
        figures.ByMonth.Sum(m => m.Count).ShouldBe(3);
        figures.ByProvince.Keys.ShouldBe(["32", "35", "91"], ignoreOrder: true);
        figures.ByPartner.Values.Sum().ShouldBe(4);
        figures.AsOf.ShouldBe(ProofWorld.Now);
    }

    private Task<IReadOnlyList<Difference>> Recounted() => world.App.Services.GetRequiredService<Recount>().Run(default);

    private static (int Code, string Printed) Reported(IReadOnlyList<Difference> differences)
    {
        using var output = new StringWriter();
        return (RecountVerb.Report(differences, output), output.ToString().TrimEnd());
    }

    private Task<int> Sql(string harm) => world.App.With(async db =>
    {
        await using var write = await Write.Begin(db, default);
        var rows = await db.Database.ExecuteSqlRawAsync(harm);
        await write.Commit(default);
        return rows;
    });
}

using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pulih.Platform.Facts;
using Pulih.Platform.Storage;

namespace Pulih.Proof.Seal;

public sealed class CheckSealsTests : IAsyncLifetime
{
    private const int Facts = 12;
    private App app = null!;
    private CheckSeals check = null!;

    public async ValueTask InitializeAsync()
    {
        app = await App.Start();
        check = app.Services.GetRequiredService<CheckSeals>();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Every_fact_is_sealed_once_and_the_chain_holds()
    {
        await Record(Facts);
        await Record(Facts);

        (await check.Run(default)).ShouldBeNull();
        var (facts, seals) = await app.With(async db => (await db.Set<Fact>().AsNoTracking().ToListAsync(), await db.Set<FactSeal>().AsNoTracking().OrderBy(s => s.Number).ToListAsync()));
        facts.ShouldAllBe(f => f.Seal != null);
        seals.Sum(s => s.Count).ShouldBe(facts.Count);
        seals.Select(s => s.Number).ShouldBe(Enumerable.Range(1, seals.Count).Select(n => (long)n));
    }

    [Fact]
    public async Task An_erased_fact_keeps_the_chain_whole()
    {
        var ids = await Record(Facts);

        await Sql($"UPDATE platform_facts SET \"Salt\" = NULL, \"Content\" = NULL WHERE \"Id\" = {Literal(ids[3])}");

        (await check.Run(default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_change_a_removal_an_insertion_or_a_swap_anywhere_is_found_and_named()
    {
        for (var n = 0; n < 3; n++)
        {
            await Record(Facts);
        }

        var ids = await app.With(db => db.Set<Fact>().OrderBy(f => f.Id).Select(f => f.Id).ToListAsync());
        await Gen.Select(Gen.Enum<Harm>(), Gen.Int[0, ids.Count - 1], Gen.Int[1, ids.Count - 1]).SampleAsync(
            async (harm, at, further) =>
            {
                var (one, other) = (ids[at], ids[(at + further) % ids.Count]);
                var undo = await Harmed(harm, one, other);
                var found = await check.Run(default);
                foreach (var statement in undo)
                {
                    await Sql(statement);
                }

                found.ShouldNotBeNull($"{harm} of {one} with {other}");
                if (harm is Harm.Change)
                {
                    found!.Fact.ShouldBe(one);
                }
            },
            iter: 40, threads: 1);

        (await check.Run(default)).ShouldBeNull("every harm was undone");
    }

    [Fact]
    public async Task A_fact_forged_together_with_its_commitment_is_found_by_its_seal()
    {
        var ids = await Record(Facts);
        var fact = await app.With(db => db.Set<Fact>().AsNoTracking().SingleAsync(f => f.Id == ids[3]));
        const string content = "{\"n\":1000}";
        var commitment = Fact.Commit(fact.Salt!, fact.Id, fact.Kind, fact.Subject, fact.At, content);

        await app.With(async db =>
        {
            await using var write = await Write.Begin(db, default);
            var forged = await db.Set<Fact>().Where(f => f.Id == fact.Id).ExecuteUpdateAsync(set => set.SetProperty(f => f.Content, content).SetProperty(f => f.Commitment, commitment));
            await write.Commit(default);
            return forged;
        });

        (await check.Run(default)).ShouldBe(new Break(fact.Seal!.Value, null, "the facts are not the ones that were sealed"));
    }

    [Fact]
    public async Task A_removed_seal_is_found()
    {
        await Record(Facts);
        await Record(Facts);

        await Sql("DELETE FROM proof_seals WHERE \"Number\" = 1");

        (await check.Run(default))!.Seal.ShouldBe(1);
    }

    private enum Harm
    {
        Change,
        Remove,
        Insert,
        Swap,
    }

    // Each harm is done below the product, as somebody with the database's password would, and tells how to undo it.
    private async Task<string[]> Harmed(Harm harm, Guid one, Guid other)
    {
        const string columns = "\"Kind\", \"Subject\", \"At\", \"Content\", \"Salt\", \"Commitment\"";
        var (o, p, spare) = (Literal(one), Literal(other), Literal(Guid.CreateVersion7()));
        switch (harm)
        {
            case Harm.Change:
                await Sql($"UPDATE platform_facts SET \"Content\" = \"Content\" || ' ' WHERE \"Id\" = {o}");
                return [$"UPDATE platform_facts SET \"Content\" = RTRIM(\"Content\") WHERE \"Id\" = {o}"];
            case Harm.Remove:
                await Sql($"UPDATE platform_facts SET \"Seal\" = -\"Seal\" WHERE \"Id\" = {o}");
                return [$"UPDATE platform_facts SET \"Seal\" = -\"Seal\" WHERE \"Id\" = {o}"];
            case Harm.Insert:
                await Sql($"INSERT INTO platform_facts (\"Id\", \"Seal\", {columns}) SELECT {spare}, \"Seal\", {columns} FROM platform_facts WHERE \"Id\" = {o}");
                return [$"DELETE FROM platform_facts WHERE \"Id\" = {spare}"];
            default:
                var swap = new[] { $"UPDATE platform_facts SET \"Id\" = {spare} WHERE \"Id\" = {o}", $"UPDATE platform_facts SET \"Id\" = {o} WHERE \"Id\" = {p}", $"UPDATE platform_facts SET \"Id\" = {p} WHERE \"Id\" = {spare}" };
                foreach (var statement in swap)
                {
                    await Sql(statement);
                }

                return swap;
        }
    }

    private async Task<Guid[]> Record(int count)
    {
        var ids = new List<Guid>();
        await app.Change(db => ids.AddRange(Enumerable.Range(0, count).Select(n => db.Attest("test.happened", Guid.CreateVersion7(), new { n }, TimeProvider.System))));
        await app.Services.GetRequiredService<SealFacts>().Run(default);
        for (var tries = 0; await app.With(db => db.Set<Fact>().AnyAsync(f => f.Seal == null)); tries++)
        {
            tries.ShouldBeLessThan(600, "the sealer runs every second");
            await Task.Delay(50);
        }

        return [.. ids];
    }

    // SQLite keeps a Guid as text in capitals.
    private static string Literal(Guid id) => $"'{id.ToString().ToUpperInvariant()}'";

    private Task<int> Sql(string statement) => app.With(async db =>
    {
        await using var write = await Write.Begin(db, default);
        var rows = await db.Database.ExecuteSqlRawAsync(statement);
        await write.Commit(default);
        return rows;
    });
}

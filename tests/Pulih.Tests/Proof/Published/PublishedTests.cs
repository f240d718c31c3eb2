using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pulih.Platform.Accounts;
using Pulih.Platform.Facts;
using Pulih.Proof.Seal;
using Pulih.Registry.Merging;

namespace Pulih.Proof.Published;

/// <summary>A published number, counted again by the product and by its command.</summary>
public sealed class PublishedTests : IAsyncLifetime
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private ProofWorld world = null!;

    public async ValueTask InitializeAsync() => world = await ProofWorld.Start();

    public async ValueTask DisposeAsync()
    {
        await world.DisposeAsync();
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_published_figure_stays_while_late_facts_and_merges_go_to_the_next_one()
    {
        var owners = new List<Guid>();
        for (var i = 0; i < 3; i++)
        {
            owners.Add((await Trained()).Businesses[0].Id);
        }

        var first = await world.Publish();
        first.Count.ShouldBe(3);
        await Trained();
        await Trained(other: true);
        var merge = await Merge(owners[0], owners[1]);
        (await world.Publish()).Count.ShouldBe(3, "one more was trained, and two are one");
        await world.App.With(async db =>
        {
            await world.App.Services.GetRequiredService<MergeBusinesses>().Undo(db, merge, "petugas (contoh)", "keliru", default);
            return await db.SaveChangesAsync();
        });
        (await world.Publish()).Count.ShouldBe(4);

        (await Verb("figure", first.Id)).ShouldContain("3 businesses");
        (await Verb("figure", first.Id)).ShouldContain("make it 4 (+1)");
        await Verb("figure", code: 1, "tidak-ada-9");
        (await Verb("verify")).ShouldContain("holds");
        using var json = JsonDocument.Parse(await world.App.Http.GetStringAsync($"/figures/{first.Id}.json"));
        json.RootElement.GetProperty("count").GetInt64().ShouldBe(3);
        (await world.App.Http.GetAsync("/figures/x.json")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await world.App.With(db => db.Set<PublishedFigure>().Where(f => f.Id == first.Id).ExecuteUpdateAsync(set => set.SetProperty(f => f.Count, 85_000)));
        (await Verb("figure", code: 1, first.Id)).ShouldContain("altered after it was signed");
        (await Verb("verify", code: 1)).ShouldContain(first.Id);
    }

    [Fact]
    public async Task A_checkpoint_kept_elsewhere_shows_a_chain_whose_end_was_cut_off()
    {
        await Trained();
        await world.Seal();
        Directory.CreateDirectory(folder);
        var kept = Path.Combine(folder, "kept.json");
        await File.WriteAllTextAsync(kept, await world.App.Http.GetStringAsync("/audit/checkpoint.json"));
        (await Verb("verify", "--checkpoint", kept)).ShouldContain("holds");
        await world.App.With(async db =>
        {
            var last = await db.Set<FactSeal>().MaxAsync(s => s.Number);
            await db.Set<Fact>().Where(f => f.Seal == last).ExecuteDeleteAsync();
            return await db.Set<FactSeal>().Where(s => s.Number == last).ExecuteDeleteAsync();
        });
        (await Verb("verify")).ShouldContain("holds", customMessage: "by itself it looks whole");
        (await Verb("verify", code: 1, "--checkpoint", kept)).ShouldContain("cut off");
        await File.WriteAllTextAsync(kept, "{}");
        (await Verb("verify", code: 1, "--checkpoint", kept)).ShouldContain("checkpoint");
    }

    [Fact]
    public async Task An_officer_publishes_at_the_desk_and_an_auditor_only_looks()
    {
        await Trained();
        await world.Seal();
        using var officer = await world.App.SignedIn(Roles.ProgrammeOfficer);
        await officer.Submit(FiguresPage.Address, FiguresPage.Address, ("ProgrammeId", world.Programme.Id.ToString()));
        (await officer.GetStringAsync(FiguresPage.Address)).ShouldContain("umkm-pulih-2026-1");
        using var auditor = await world.App.SignedIn(Roles.Auditor);
        var page = await auditor.GetStringAsync(FiguresPage.Address);
        page.ShouldContain("umkm-pulih-2026-1");
        page.ShouldNotContain("<form method=\"post\" class=\"card row\"");
        using var partner = await world.App.SignedIn(Roles.PartnerOfficer, world.Programme.Partners[0].Id);
        (await partner.GetAsync(FiguresPage.Address)).StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }

    private async Task<Registry.Contracts.PersonInfo> Trained(bool other = false)
    {
        var owner = await world.Owner();
        await world.Tell(world.Completion(owner, other ? world.OtherProgramme : null));
        return owner;
    }

    private Task<Guid> Merge(Guid one, Guid other) => world.App.With(async db =>
    {
        var merge = await world.App.Services.GetRequiredService<MergeBusinesses>().Of(db, one, other, "petugas (contoh)", "sama", default);
        await db.SaveChangesAsync();
        return merge!.Id;
    });

    private Task<string> Verb(string name, params string[] arguments) => world.App.Verb(0, name, arguments);

    private Task<string> Verb(string name, int code, params string[] arguments) => world.App.Verb(code, name, arguments);
}

using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pulih.Platform.Accounts;
using Pulih.Platform.Cluster;
using Pulih.Platform.Commands;
using Pulih.Platform.Facts;
using Pulih.Proof.Seal;
using Pulih.Registry.Merging;
using PulihVerify;

namespace Pulih.Proof.Published;

/// <summary>A published number, counted again by the product, by its command, and by the auditor's own program.</summary>
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

        var first = await Publish();
        first.Count.ShouldBe(3);
        await Trained();
        await Trained(other: true);
        var merge = await Merge(owners[0], owners[1]);
        (await Publish()).Count.ShouldBe(3, "one more was trained, and two are one");
        await world.App.With(async db =>
        {
            await world.App.Services.GetRequiredService<MergeBusinesses>().Undo(db, merge, "petugas (contoh)", "keliru", default);
            return await db.SaveChangesAsync();
        });
        (await Publish()).Count.ShouldBe(4);

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
        await Seal();
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
    public async Task The_auditors_program_finds_every_one_of_a_thousand_tamperings()
    {
        for (var i = 0; i < 6; i++)
        {
            await Trained();
            await Seal();
        }

        var figure = await Publish();
        (await Verb("audit-export", folder)).ShouldContain("were written");
        Audit.OfFolder(folder, null).ShouldBe(new Finding(true, Audit.OfFolder(folder, null).Text));
        await Verb("audit-export", code: 1, folder);

        string[] lines = [.. (await File.ReadAllLinesAsync(Path.Combine(folder, "chain.tsv")))];
        var (point, figures) = (await File.ReadAllTextAsync(Path.Combine(folder, "checkpoint.json")), await File.ReadAllTextAsync(Path.Combine(folder, "figures.json")));
        var chance = new Random(11);
        for (var i = 0; i < 1_000; i++)
        {
            var harmed = Harm([.. lines], chance);
            Audit.Of(new StringReader(string.Join('\n', harmed)), point, figures, null).Holds.ShouldBeFalse($"tampering {i}");
        }

        Audit.Of(new StringReader(string.Join('\n', lines)), point, figures.Replace($"\"count\": {figure.Count}", $"\"count\": {figure.Count + 1}", StringComparison.Ordinal), null).Text.ShouldContain(figure.Id);
        Audit.Of(new StringReader(string.Join('\n', lines)), point.Replace("\"seal\": ", "\"seal\": 1", StringComparison.Ordinal), figures, null).Holds.ShouldBeFalse();
        Audit.Of(new StringReader(""), point, figures, null).Text.ShouldContain("cut off");
        Audit.Of(new StringReader("x"), "{", figures, null).Text.ShouldContain("cannot be read");
        var named = Array.FindIndex(lines, l => l.StartsWith('F'));
        var changed = lines.ToArray();
        changed[named] = changed[named].Replace("{", "{ ", StringComparison.Ordinal);
        Audit.Of(new StringReader(string.Join('\n', changed)), point, figures, null).Text.ShouldBe($"Line {named + 1}: fact {lines[named].Split('\t')[1]} is not what was committed to");
    }

    [Fact]
    public async Task An_officer_publishes_at_the_desk_and_an_auditor_only_looks()
    {
        await Trained();
        await Seal();
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

    private static List<string> Harm(List<string> lines, Random chance)
    {
        var (at, other) = (chance.Next(lines.Count), chance.Next(lines.Count - 1));
        other += other >= at ? 1 : 0;
        switch (chance.Next(5))
        {
            case 0: lines.RemoveAt(at); break;
            case 1: lines.Insert(at, lines[other]); break;
            case 2: (lines[at], lines[other]) = (lines[other], lines[at]); break;
            case 3: lines.RemoveRange(at, lines.Count - at); break;
            default:
                // One digit or letter becomes another one.
                var places = Enumerable.Range(2, lines[at].Length - 2).Where(i => char.IsAsciiLetterOrDigit(lines[at][i])).ToList();
                var place = places[chance.Next(places.Count)];
                lines[at] = $"{lines[at][..place]}{(lines[at][place] == '7' ? '8' : '7')}{lines[at][(place + 1)..]}";
                break;
        }

        return lines;
    }

    private async Task<Registry.Contracts.PersonInfo> Trained(bool other = false)
    {
        var owner = await world.Owner();
        await world.Tell(world.Completion(owner, other ? world.OtherProgramme : null));
        return owner;
    }

    private async Task Seal()
    {
        var seal = world.App.Services.GetServices<IJob>().OfType<SealFacts>().Single();
        await Eventually.Holds(async () =>
        {
            await seal.Run(default);
            return !await world.App.With(db => db.Set<Fact>().AnyAsync(f => f.Seal == null));
        });
    }

    private async Task<PublishedFigure> Publish()
    {
        await world.App.Quiet();
        await Seal();
        return await world.App.With(async db =>
        {
            var figure = await world.App.Services.GetRequiredService<PublishFigure>().Of(db, world.Programme, Guid.Empty, default);
            await db.SaveChangesAsync();
            return figure!;
        });
    }

    private Task<Guid> Merge(Guid one, Guid other) => world.App.With(async db =>
    {
        var merge = await world.App.Services.GetRequiredService<MergeBusinesses>().Of(db, one, other, "petugas (contoh)", "sama", default);
        await db.SaveChangesAsync();
        return merge!.Id;
    });

    private Task<string> Verb(string name, params string[] arguments) => Verb(name, 0, arguments);

    private async Task<string> Verb(string name, int code, params string[] arguments)
    {
        var output = new StringWriter(CultureInfo.InvariantCulture);
        var verb = world.App.Services.GetServices<IVerb>().Select(v => v.Build()).Single(v => v.Name == name);
        (await verb.Parse(arguments).InvokeAsync(new() { Output = output })).ShouldBe(code, output.ToString());
        return output.ToString();
    }
}

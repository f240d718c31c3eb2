using Microsoft.EntityFrameworkCore;
using Pulih.Sending.Outbox;

namespace Pulih.Drills;

/// <summary>Alone on the machine: its times mean something, and its load would disturb the others.</summary>
[CollectionDefinition(nameof(KillDrillTests), DisableParallelization = true)]
public sealed class KillDrillAlone;

[Collection(nameof(KillDrillTests))]
[Trait("kind", "drill")]
public sealed class KillDrillTests(ITestOutputHelper output)
{
    // The long forms are commands of bench/drill.
    private static readonly int Learners = Wish.Of("PULIH_DRILL_LEARNERS", 30);
    private static readonly int Kills = Wish.Of("PULIH_DRILL_KILLS", 5);

    // Greeting to result, about; only to spread the kills over the whole of it.
    private const int MessagesEach = 22;

    [Fact]
    public async Task A_process_killed_again_and_again_under_load_loses_nothing_acknowledged_and_doubles_nothing()
    {
        var seed = Environment.TickCount;
        var chance = new Random(seed);
        await using var drill = await Drill.Prepare();
        await drill.Product.Start();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(6) + Learners * TimeSpan.FromSeconds(0.5) + Kills * TimeSpan.FromSeconds(10));
        var learners = Enumerable.Range(1, Learners).Select(i => drill.Learner(i, seed)).ToList();
        var learning = Task.WhenAll(learners.Select(l => l.Learn(limit.Token)));

        var inFlight = new HashSet<string>();
        var ready = new List<double>();
        for (var kill = 0; kill < Kills; kill++)
        {
            var at = (kill + chance.NextDouble()) / Kills * Learners * MessagesEach;
            while (drill.Meta.SentCount < at && !learning.IsCompleted)
            {
                await Task.Delay(5);
            }

            learning.IsCompleted.ShouldBeFalse("the kill must come under load");
            await drill.Product.Kill();
            inFlight.UnionWith(await InFlight(drill));
            ready.Add((await drill.Product.Start()).TotalSeconds);
        }

        await Finish(learning, learners, drill);
        await drill.Product.Quiet(TimeSpan.FromMinutes(3));
        await CertificatesOpen(drill);
        await PublicPageShowsThemAll(drill);
        await drill.Product.Kill();

        await using var db = drill.Open();
        var acknowledged = learners.SelectMany(l => l.Acknowledged).ToList();
        (await Oracle.Faults(db, drill, acknowledged, Learners)).ShouldBeEmpty($"seed {seed}");
        var sends = drill.Meta.Sent.CountBy(m => m.CallbackData!.Split(':')[0]).ToList();
        var repeated = sends.Where(s => s.Value > 1).ToList();
        repeated.Select(s => s.Key).Except(inFlight).ShouldBeEmpty("only what was in flight at a kill may go out again");
        var (code, said) = await drill.Product.Verb("recount");
        code.ShouldBe(0, said);

        ready.Sort();
        output.WriteLine($"""
            {Learners} learners, {acknowledged.Count} messages acknowledged, {Kills} kills (seed {seed}): nothing lost, nothing doubled.
            Sends repeated: {repeated.Sum(s => s.Value - 1)} of {drill.Meta.SentCount} ({100.0 * repeated.Sum(s => s.Value - 1) / drill.Meta.SentCount:0.00} %), {inFlight.Count} in flight at the kills.
            Ready again after {string.Join(", ", ready.Select(s => $"{s:0.0}"))} s; p95 {ready[(int)Math.Ceiling(ready.Count * 0.95) - 1]:0.0} s.
            """);

        // Three seconds is the promise, on a machine that does nothing else; how far it is kept is printed, and measured in bench. Here it only has to come back.
        ready[^1].ShouldBeLessThan(120);
    }

    private static async Task Finish(Task learning, IEnumerable<SimulatedLearner> learners, Drill drill)
    {
        try
        {
            await learning;
        }
        catch (OperationCanceledException late)
        {
            var stuck = learners.Where(l => !l.Completed).Select(l => l.ToString());
            throw new TimeoutException($"Not all completed in time.\n{string.Join("\n\n", stuck)}\n{drill.Product.Said}", late);
        }
    }

    private static async Task<List<string>> InFlight(Drill drill)
    {
        await using var db = drill.Open();
        return (await db.Set<OutboxMessage>().Where(m => m.State == OutboxState.Attempting).Select(m => m.Id).ToListAsync()).ConvertAll(id => id.ToString());
    }

    private static async Task CertificatesOpen(Drill drill)
    {
        await using var db = drill.Open();
        using var http = new HttpClient { BaseAddress = new(drill.Url) };
        var codes = await db.Database.SqlQueryRaw<string>("SELECT \"Code\" AS \"Value\" FROM proof_certificates").ToListAsync();
        codes.Count.ShouldBe(Learners);
        foreach (var code in codes)
        {
            using var page = await http.GetAsync($"/certificates/{code}");
            page.IsSuccessStatusCode.ShouldBeTrue(code);
        }
    }

    private static async Task PublicPageShowsThemAll(Drill drill)
    {
        using var http = new HttpClient { BaseAddress = new(drill.Url), DefaultRequestHeaders = { { "Accept", "text/html" } } };
        var shown = "";
        for (var wait = 0; wait < 60 && shown != $"{Learners}"; wait++)
        {
            await Task.Delay(500); // Roll-ups are folded by a job, and strangers get the page from a cache.
            shown = (await http.GetStringAsync("/programmes/latihan")).Split("<p class=\"number\">")[1].Split('<')[0].Replace(".", "", StringComparison.Ordinal);
        }

        shown.ShouldBe($"{Learners}");
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using FakeMeta;

namespace Pulih.Bench;

/// <summary>
/// Complete courses by simulated people through signed webhooks: durable turns a second at the top, then
/// acknowledgement times at half of that, or all of it at a rate that is given.
/// </summary>
internal static class Turns
{
    public static async Task<int> Run(Options options)
    {
        var rate = options.Number("rate", 0);
        var sending = options.Text("sending", "off") == "on";
        Console.WriteLine($"{(options.Postgres ? "PostgreSQL" : "SQLite")}, sending {(sending ? "on" : "held back")}");
        await Measure(options, options.Number("batch", 100), sending, rate, half: rate == 0);
        return 0;
    }

    /// <summary>Batches against one transaction a message, one after the other: how many times less processor time a turn costs.</summary>
    public static async Task<int> Batches(Options options)
    {
        Console.WriteLine($"{(options.Postgres ? "PostgreSQL" : "SQLite")}, batches against one transaction a message, sending held back");
        var one = await Measure(options, batch: 1, sending: false, rate: 0, half: false);
        var many = await Measure(options, batch: 100, sending: false, rate: 0, half: false);
        Console.WriteLine($"  {one / many:F1} times less (goal 4)");
        return one / many >= 4 ? 0 : 1;
    }

    private static async Task<double> Measure(Options options, int batch, bool sending, int rate, bool half)
    {
        await using var meta = sending ? await FakeMetaServer.Start(new FakeMetaOptions { Unlimited = true, AppSecret = ProductProcess.Secret, DeliveredAfter = TimeSpan.FromMilliseconds(100) }) : null;
        await using var product = new ProductProcess(options.Postgres, "--environment=Development", "--Demo=true", $"--Chat:Batch={batch}", $"--Sending:On={sending}", $"--Channels:WhatsApp:GraphUrl={meta?.Url ?? "http://127.0.0.1:9"}", "--Channels:WhatsApp:Numbers:0:PerSecond=100000");
        await product.Start();
        await product.Filled();
        if (meta is not null)
        {
            meta.WebhookUrl = product.Url + "/webhooks/whatsapp";
        }

        using var stop = new CancellationTokenSource();
        var posted = rate > 0 ? new ConcurrentDictionary<string, long>() : null;
        var load = new Load(product.Port, Learners.Script("jualan-lewat-whatsapp")) { Rate = rate, Posted = posted };
        var running = load.Run(options.Number("connections", rate > 0 ? 32 : 96), stop.Token);
        await Task.Delay(TimeSpan.FromSeconds(options.Number("warmup", 20)));

        using var followed = new CancellationTokenSource();
        var committed = posted is null ? null : Task.Run(() => Committed.Follow(product, posted, followed.Token), CancellationToken.None);
        var seconds = options.Number("seconds", 60);
        var (turns, cpu) = await Interval(product, meta, load, seconds, $"batches of {batch}{(rate > 0 ? $", {rate} messages/s asked" : "")}");
        await followed.CancelAsync();
        if (committed is not null)
        {
            var took = await committed;
            Console.WriteLine($"    post to committed     p50 {Share.Of(took, .5):F0} ms, p99 {Share.Of(took, .99):F0} ms of {took.Length:N0} (goal 250)");
        }

        if (half)
        {
            load.Rate = (int)(turns / 2);
            await Task.Delay(TimeSpan.FromSeconds(15)); // what waits is worked off first
            await Interval(product, meta, load, seconds / 2, "at half of that");
        }

        await stop.CancelAsync();
        await running;
        Console.WriteLine($"  parked {product.Ask("SELECT COUNT(*) FROM chat_inbox WHERE \"State\" = 2"):N0}, certificates {product.Ask("SELECT COUNT(*) FROM proof_certificates"):N0}, refused posts {load.Refused}, resident {product.ResidentMegabytes:N0} MB");
        return cpu;
    }

    private static async Task<(double Turns, double Cpu)> Interval(ProductProcess product, FakeMetaServer? meta, Load load, int seconds, string what)
    {
        load.Acknowledged.Clear();
        var before = Now(product, meta);
        load.Measuring = true;
        await Task.Delay(TimeSpan.FromSeconds(seconds));
        load.Measuring = false;
        var after = Now(product, meta);
        var (took, turns, acks) = (after.At - before.At, after.Turns - before.Turns, load.Acknowledged.Order().ToArray());
        var cpu = (after.Cpu - before.Cpu) * 1000 / Math.Max(1, turns);
        Console.WriteLine($"  {what}, {took:F0} s");
        Console.WriteLine($"    durable turns/s       {turns / took,8:N0}   CPU {cpu:F2} ms a turn, {(after.Cpu - before.Cpu) / took:F2} cores in use");
        Console.WriteLine($"    answered/s            {(after.Sent - before.Sent) / took,8:N0}");
        Console.WriteLine($"    acknowledged/s        {acks.Length / took,8:N0}   p50 {Share.Of(acks, .5):F0} ms, p99 {Share.Of(acks, .99):F0} ms");
        return (turns / took, cpu);
    }

    private static (double At, long Turns, long Sent, double Cpu) Now(ProductProcess product, FakeMetaServer? meta) =>
        (Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency, product.Ask("SELECT COUNT(*) FROM chat_inbox WHERE \"State\" = 1"), meta?.SentCount ?? 0, product.CpuSeconds);
}

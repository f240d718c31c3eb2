using System.Collections.Concurrent;
using System.Diagnostics;
using FakeMeta;

namespace Pulih.Bench;

/// <summary>Complete courses by simulated people through signed webhooks: durable turns a second, acknowledgement times, processor time a turn.</summary>
internal static class Turns
{
    public static async Task<int> Run(Options options)
    {
        var seconds = options.Number("seconds", 60);
        var rate = options.Number("rate", 0);
        var sending = options.Text("sending", "off") == "on";
        var batch = options.Number("batch", 100);
        await using var meta = sending ? await FakeMetaServer.Start(new FakeMetaOptions { Unlimited = true, AppSecret = ProductProcess.Secret, DeliveredAfter = TimeSpan.FromMilliseconds(100) }) : null;
        await using var product = new ProductProcess(options.Postgres, "--environment=Development", "--Demo=true", $"--Chat:Batch={batch}", $"--Sending:On={sending}", $"--Channels:WhatsApp:GraphUrl={meta?.Url ?? "http://127.0.0.1:9"}", "--Channels:WhatsApp:Numbers:0:PerSecond=100000");
        await product.Start();
        await product.Filled();
        if (meta is not null)
        {
            meta.WebhookUrl = product.Url + "/webhooks/whatsapp";
        }

        using var stop = new CancellationTokenSource();
        var acks = new ConcurrentQueue<double>();
        var load = new Load(product.Port, Learners.Script("jualan-lewat-whatsapp"), acks, rate);
        var running = load.Run(options.Number("connections", rate > 0 ? 32 : 96), stop.Token);
        await Task.Delay(TimeSpan.FromSeconds(options.Number("warmup", 20)));
        var before = Now(product, meta);
        load.Measuring = true;
        await Task.Delay(TimeSpan.FromSeconds(seconds));
        load.Measuring = false;
        var after = Now(product, meta);
        await stop.CancelAsync();
        await running;

        var took = after.At - before.At;
        var turns = after.Turns - before.Turns;
        var sorted = acks.Order().ToArray();
        Console.WriteLine($"{(options.Postgres ? "PostgreSQL" : "SQLite")}, sending {(sending ? "on" : "held back")}, batches of {batch}{(rate > 0 ? $", {rate} messages/s asked" : "")}, {took:F0} s");
        Console.WriteLine($"  durable turns/s         {turns / took,10:N0}");
        Console.WriteLine($"  answered end to end/s   {(after.Sent - before.Sent) / took,10:N0}");
        Console.WriteLine($"  acknowledged/s          {sorted.Length / took,10:N0}   p50 {At(sorted, .5):F0} ms, p99 {At(sorted, .99):F0} ms");
        Console.WriteLine($"  CPU ms a turn           {(after.Cpu - before.Cpu) * 1000 / Math.Max(1, turns),10:N2}   (cores in use {(after.Cpu - before.Cpu) / took:F2}: product{(options.Postgres ? " and PostgreSQL" : "")})");
        Console.WriteLine($"  resident                {product.ResidentMegabytes,10:N0} MB");
        Console.WriteLine($"  parked                  {product.Ask("SELECT COUNT(*) FROM chat_inbox WHERE \"State\" = 2"),10:N0}   certificates {product.Ask("SELECT COUNT(*) FROM proof_certificates"):N0}   refused posts {load.Refused}");
        return 0;
    }

    private static (double At, long Turns, long Sent, double Cpu) Now(ProductProcess product, FakeMetaServer? meta) =>
        (Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency, product.Ask("SELECT COUNT(*) FROM chat_inbox WHERE \"State\" = 1"), meta?.SentCount ?? 0, product.CpuSeconds);

    private static double At(double[] sorted, double share) => sorted.Length == 0 ? 0 : sorted[(int)Math.Min(sorted.Length - 1, sorted.Length * share)];
}

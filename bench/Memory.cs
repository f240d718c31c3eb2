namespace Pulih.Bench;

/// <summary>What the product keeps in memory while very many register through chat, and while one in ten of them goes on learning.</summary>
internal static class Memory
{
    public static async Task<int> Run(Options options)
    {
        await using var product = new ProductProcess(options.Postgres, "--environment=Development", "--Demo=true", "--Sending:On=false", "--Channels:WhatsApp:GraphUrl=http://127.0.0.1:9");
        await product.Start();
        await product.Filled();
        var (registered, active) = (options.Number("registered", 100_000), options.Number("active", 10_000));
        var script = Learners.Script("jualan-lewat-whatsapp");
        Console.WriteLine($"{(options.Postgres ? "PostgreSQL" : "SQLite")}, resident memory");
        var highest = await Watch(product, new Load(product.Port, [.. script.Take(Learners.Registering)], people: registered), $"{registered:N0} registering");
        highest = Math.Max(highest, await Watch(product, new Load(product.Port, [.. script.Skip(Learners.Registering)], people: active), $"{active:N0} of them learning"));
        Console.WriteLine($"  people {product.Ask("SELECT COUNT(*) FROM registry_people"):N0}, certificates {product.Ask("SELECT COUNT(*) FROM proof_certificates"):N0}; at most {highest:N0} MB (goal 400)");
        return highest <= 400 ? 0 : 1;
    }

    private static async Task<long> Watch(ProductProcess product, Load load, string what)
    {
        var running = load.Run(96, CancellationToken.None);
        var highest = 0L;
        while (!running.IsCompleted || product.Ask("SELECT COUNT(*) FROM (SELECT 1 FROM chat_inbox WHERE \"State\" = 0 LIMIT 1) w") > 0)
        {
            highest = Math.Max(highest, product.ResidentMegabytes);
            await Task.Delay(1_000);
        }

        await running;
        Console.WriteLine($"  {what,-26} at most {highest:N0} MB, {product.ResidentMegabytes:N0} MB at the end");
        return highest;
    }
}

using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using Pulih.Platform.Cluster;

namespace Pulih.Bench;

/// <summary>The built product as a process of its own with a database of its own, and what it costs.</summary>
internal sealed class ProductProcess : IAsyncDisposable
{
    public const string Secret = "bench-app-secret";
    public const string Number = "100000000000001";
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"pulih-bench-{Guid.CreateVersion7():N}");
    private readonly string? database;
    private readonly string[] settings;
    private Process? process;

    public ProductProcess(bool postgres, params string[] settings)
    {
        this.settings = settings;
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "master.key"), Convert.ToBase64String(new byte[32]));
        Port = FreePort.Find();
        if (postgres)
        {
            database = $"bench_{Guid.CreateVersion7():N}";
            Execute(Server("postgres"), $"CREATE DATABASE {database}");
        }
    }

    public int Port { get; }

    public string Url => $"http://127.0.0.1:{Port}";

    /// <summary>Seconds of processor time of the product, and of PostgreSQL's own processes.</summary>
    public double CpuSeconds
    {
        get
        {
            process!.Refresh();
            return process.TotalProcessorTime.TotalSeconds + (database is null ? 0 : PostgresCpu());
        }
    }

    public long ResidentMegabytes
    {
        get
        {
            process!.Refresh();
            return process.WorkingSet64 / 1024 / 1024;
        }
    }

    public async Task Start()
    {
        var product = Path.Combine(AppContext.BaseDirectory, "Pulih.dll");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in (string[])[product, $"--Urls={Url}", $"--Data:Folder={folder}", $"--Keys:File={Path.Combine(folder, "master.key")}", "--Logging:LogLevel:Default=Warning", "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Warning",
            $"--Channels:WhatsApp:AppSecret={Secret}", "--Channels:WhatsApp:VerifyToken=bench", "--Channels:WhatsApp:AccessToken=fake-access-token", $"--Channels:WhatsApp:Numbers:0:Id={Number}",
            .. database is null ? Array.Empty<string>() : [$"--Data:Postgres={Server(database)};Maximum Pool Size=40"], .. settings])
        {
            start.ArgumentList.Add(argument);
        }

        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginOutputReadLine();
        using var http = new HttpClient();
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await http.GetAsync($"{Url}/webhooks/whatsapp");
                return;
            }
            catch (HttpRequestException) when (attempt < 300)
            {
                await Task.Delay(100);
            }
        }
    }

    /// <summary>Waits until the demo programme and its people are there; the bench enrols in it.</summary>
    public async Task Filled()
    {
        while (Ask("SELECT COUNT(*) FROM platform_demo") < 2)
        {
            await Task.Delay(500);
        }
    }

    /// <summary>An open connection to the product's database, past the product.</summary>
    public DbConnection Connect()
    {
        DbConnection connection = database is null
            ? new SqliteConnection($"Data Source={Path.Combine(folder, "pulih.db")};Pooling=false;Default Timeout=120")
            : new NpgsqlConnection(Server(database) + ";Pooling=false");
        connection.Open();
        return connection;
    }

    /// <summary>One number from the product's database.</summary>
    public long Ask(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>Changes the product's database behind its back.</summary>
    public void Execute(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 600;
        command.ExecuteNonQuery();
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process?.Dispose();
        if (database is not null)
        {
            Execute(Server("postgres"), $"DROP DATABASE IF EXISTS {database} WITH (FORCE)");
        }

        Directory.Delete(folder, recursive: true);
    }

    private static string Server(string database) =>
        (Environment.GetEnvironmentVariable("PULIH_BENCH_POSTGRES") ?? throw new InvalidOperationException("Set PULIH_BENCH_POSTGRES, such as 'Host=127.0.0.1;Port=5432;Username=postgres'.")) + $";Database={database}";

    private static void Execute(string server, string sql)
    {
        using var connection = new NpgsqlConnection(server + ";Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private static double PostgresCpu() =>
        Process.GetProcessesByName("postgres").Sum(p =>
        {
            try
            {
                return p.TotalProcessorTime.TotalSeconds;
            }
            catch (InvalidOperationException)
            {
                return 0; // It ended meanwhile.
            }
        });
}

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Pulih.Learning.Packs;
using Pulih.Platform.Storage;

namespace Pulih;

/// <summary>An empty, migrated database for one product: a folder with a SQLite file, or a PostgreSQL database, copied from one that was migrated once.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private const string FileName = "pulih.db";
    private static readonly SemaphoreSlim Guard = new(1);
    private static string? template;
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"pulih-test-{Guid.CreateVersion7():N}");
    private string? name;

    private TestDatabase()
    {
    }

    /// <summary>The server the suite runs on this time; null means SQLite.</summary>
    public static string? Server => Environment.GetEnvironmentVariable("PULIH_TEST_POSTGRES") is { Length: > 0 } server ? server : null;

    public string Folder => folder;

    /// <summary>What tells the product to use this database.</summary>
    public IReadOnlyList<string> Settings =>
        [$"--Data:Folder={folder}", $"--Keys:File={Path.Combine(folder, "master.key")}", .. name is null ? Array.Empty<string>() : [$"--Data:Postgres={Connection(name)}"]];

    public static async Task<TestDatabase> Create()
    {
        var database = new TestDatabase();
        Directory.CreateDirectory(database.folder);
        await File.WriteAllTextAsync(Path.Combine(database.folder, "master.key"), Convert.ToBase64String(new byte[32]));
        await Guard.WaitAsync();
        try
        {
            template ??= Server is null ? await MakeFile() : await MakeTemplate();
            if (Server is null)
            {
                File.Copy(template, Path.Combine(database.folder, FileName));
            }
            else
            {
                database.name = $"pulih_{Guid.CreateVersion7():N}";
                await Execute($"CREATE DATABASE {database.name} TEMPLATE {template} STRATEGY file_copy");
            }
        }
        finally
        {
            Guard.Release();
        }

        return database;
    }

    public async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        if (name is not null)
        {
            await Execute($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        }

        Directory.Delete(folder, recursive: true);
    }

    private static string Connection(string database) => new NpgsqlConnectionStringBuilder(Server) { Database = database, MaxPoolSize = 40 }.ToString();

    private static async Task<string> MakeFile()
    {
        var made = Path.Combine(Path.GetTempPath(), $"pulih-test-{Guid.CreateVersion7():N}.db");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(made);
        await Fill(new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite(new SqliteConnectionStringBuilder { DataSource = made, Pooling = false }.ToString()).Options));
        return made;
    }

    private static async Task<string> MakeTemplate()
    {
        var made = $"pulih_template_{Guid.CreateVersion7():N}";
        await Execute($"CREATE DATABASE {made}");
        await Fill(new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(new NpgsqlConnectionStringBuilder(Server) { Database = made, Pooling = false }.ToString()).Options));
        return made;
    }

    /// <summary>The schema, and the starter courses, whose megabytes need not be written again for every product.</summary>
    private static async Task Fill(PulihDb db)
    {
        await using var closing = db;
        await db.Database.MigrateAsync();
        foreach (var pack in Directory.EnumerateDirectories(Path.Combine(AppContext.BaseDirectory, "content", "courses")).Select(PackSource.Read))
        {
            db.Add(new StoredPack { CourseCode = pack.Folder, CourseVersion = pack.Version, Zip = pack.ToZip(), FirstOfferedAt = DateTime.UnixEpoch });
        }

        await db.SaveChangesAsync();
    }

    private static async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Database = "postgres", Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

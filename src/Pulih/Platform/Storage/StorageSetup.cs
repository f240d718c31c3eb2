using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Pulih.Platform.Storage;

internal static class StorageSetup
{
    public static IServiceCollection AddStorage(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton<WriteGate>();
        if (settings.Postgres is { } postgres)
        {
            services.AddPooledDbContextFactory<PostgresDb>(o => Configure(o).UseNpgsql(Prepared(postgres)));
            services.AddSingleton<IDbContextFactory<PulihDb>, Factory<PostgresDb>>();
        }
        else
        {
            Directory.CreateDirectory(settings.DataFolder);
            var file = new SqliteConnectionStringBuilder { DataSource = Path.Combine(settings.DataFolder, "pulih.db"), DefaultTimeout = 30 };
            services.AddPooledDbContextFactory<SqliteDb>(o => Configure(o).UseSqlite(file.ToString()));
            services.AddSingleton<IDbContextFactory<PulihDb>, Factory<SqliteDb>>();
        }

        return services.AddScoped(s => s.GetRequiredService<IDbContextFactory<PulihDb>>().CreateDbContext());
    }

    /// <summary>Brings the schema up to date. On SQLite it also sets the write-ahead log, which the file remembers.</summary>
    public static async Task Migrate(this IServiceProvider services, CancellationToken cancel)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<PulihDb>>().CreateDbContextAsync(cancel);
        if (db.OneWriter)
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancel);
        }

        await db.Database.MigrateAsync(cancel);
    }

    // Statements are parsed once for each connection, and nothing here leaves a setting behind on one that would have to be reset.
    private static string Prepared(string postgres) =>
        new NpgsqlConnectionStringBuilder(postgres) { MaxAutoPrepare = 200, NoResetOnClose = true }.ToString();

    // That the migrations say what the model says is shown by a test; comparing them at each start costs a seventh of it.
    // Two who write the same thing at once is expected and repeated: an operator is told by who cannot go on, not by the database.
    private static DbContextOptionsBuilder Configure(DbContextOptionsBuilder options) => options
        .AddInterceptors(SqlitePragmas.Instance)
        .ConfigureWarnings(warnings => warnings
            .Ignore(RelationalEventId.PendingModelChangesWarning)
            .Log((RelationalEventId.CommandError, LogLevel.Debug), (CoreEventId.SaveChangesFailed, LogLevel.Debug), (CoreEventId.OptimisticConcurrencyException, LogLevel.Debug)));

    private sealed class Factory<TDb>(IDbContextFactory<TDb> inner) : IDbContextFactory<PulihDb>
        where TDb : PulihDb
    {
        public PulihDb CreateDbContext() => inner.CreateDbContext();

        public async Task<PulihDb> CreateDbContextAsync(CancellationToken cancellationToken = default) => await inner.CreateDbContextAsync(cancellationToken);
    }
}

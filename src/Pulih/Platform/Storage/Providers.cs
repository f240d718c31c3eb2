using Microsoft.EntityFrameworkCore;

namespace Pulih.Platform.Storage;

/// <summary>The database as one file; for trying and for one machine. Saves outside a transaction pass the write gate by themselves.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : PulihDb(options)
{
    public override bool OneWriter => true;

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (Database.CurrentTransaction is not null)
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        using var turn = await WriteGate.Of(this).Enter(Urgency.Normal, cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }
}

/// <summary>The database in production: several machines, row-level security, fail-over.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : PulihDb(options)
{
    public override bool OneWriter => false;
}

using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Pulih.Platform.Storage;

/// <summary>What a failed save means for whoever wanted it.</summary>
public static class Troubles
{
    private const int SqliteConstraint = 19;

    // SQLITE_BUSY, LOCKED, NOMEM, IOERR, FULL, CANTOPEN (sqlite.org/rescode.html): the file is away or full for now.
    private static readonly int[] SqlitePassing = [5, 6, 7, 10, 13, 14];

    /// <summary>Somebody else was first: reading again and repeating helps.</summary>
    public static bool IsConflict(Exception trouble) =>
        trouble is DbUpdateConcurrencyException
        || Database(trouble) is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected } or SqliteException { SqliteErrorCode: SqliteConstraint };

    /// <summary>The database is away, busy or full: the same work may succeed later, and nothing is wrong with it.</summary>
    public static bool IsPassing(Exception trouble) =>
        Database(trouble) switch
        {
            SqliteException sqlite => SqlitePassing.Contains(sqlite.SqliteErrorCode),
            NpgsqlException npgsql => npgsql.IsTransient || npgsql.SqlState is PostgresErrorCodes.DiskFull or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CannotConnectNow,
            _ => trouble is TimeoutException or IOException,
        };

    private static DbException? Database(Exception? trouble)
    {
        for (; trouble is not null; trouble = trouble.InnerException)
        {
            if (trouble is DbException database)
            {
                return database;
            }
        }

        return null;
    }
}

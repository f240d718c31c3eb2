using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Pulih.Platform.Storage;

/// <summary>A transaction that holds the write gate where the database has one writer. Undone unless committed.</summary>
public sealed class Write : IAsyncDisposable
{
    private readonly IDisposable? turn;
    private readonly IDbContextTransaction transaction;

    private Write(IDisposable? turn, IDbContextTransaction transaction) => (this.turn, this.transaction) = (turn, transaction);

    /// <summary>Begins; read what can be read before calling it, because on SQLite everybody else waits.</summary>
    public static async Task<Write> Begin(PulihDb db, CancellationToken cancel, Urgency urgency = Urgency.Normal)
    {
        var entered = db.OneWriter ? await WriteGate.Of(db).Enter(urgency, cancel) : null;
        try
        {
            return new(entered, await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancel));
        }
        catch
        {
            entered?.Dispose();
            throw;
        }
    }

    public Task Commit(CancellationToken cancel) => transaction.CommitAsync(cancel);

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        turn?.Dispose();
    }
}

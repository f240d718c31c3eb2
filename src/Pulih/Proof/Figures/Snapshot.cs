using System.Data;
using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Storage;

namespace Pulih.Proof.Figures;

/// <summary>Several reads that see the database at one moment, while others go on writing.</summary>
internal static class Snapshot
{
    public static async Task<IAsyncDisposable> Of(PulihDb db, CancellationToken cancel) =>
        db.OneWriter
            ? await Write.Begin(db, cancel) // SQLite's transactions begin as writers here; holding the gate keeps it to one.
            : await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
}

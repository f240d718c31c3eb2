using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Pulih.Platform.Storage;

/// <summary>Saving the many rows of a batch.</summary>
internal static class Batches
{
    /// <summary>
    /// Saves everything the context tracks as changed, inside the caller's transaction, one statement for each kind of
    /// row and change instead of one for each row. Throws <see cref="DbUpdateConcurrencyException"/> when a row was
    /// changed by somebody else since it was read. The context is at its end with it: what was saved is no longer tracked.
    /// </summary>
    public static async Task SaveBatch(this PulihDb db, CancellationToken cancel)
    {
        var changed = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified && IsPlain(e.Metadata)).ToList();
        var detects = db.ChangeTracker.AutoDetectChangesEnabled;
        db.ChangeTracker.AutoDetectChangesEnabled = false; // Entries has looked through every row just now.
        try
        {
            foreach (var change in changed.GroupBy(Change.Of))
            {
                await Save(db, change.Key, [.. change], cancel);
            }

            changed.ForEach(e => e.State = EntityState.Detached);
            await db.SaveChangesAsync(cancel);
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }

    private static async Task Save(PulihDb db, Change change, IReadOnlyList<EntityEntry> rows, CancellationToken cancel)
    {
        if (change.State == EntityState.Added)
        {
            var all = change.Type.GetProperties().ToList();
            await ManyRows.Insert(db, change.Type, all, [.. rows.Select(r => ManyRows.Values(all, r.Entity))], cancel);
            return;
        }

        var key = change.Type.FindPrimaryKey()!.Properties;
        var tokens = change.Type.GetProperties().Where(p => p.IsConcurrencyToken).ToList();
        List<IProperty> set = [.. change.Type.GetProperties().Where(p => rows[0].Property(p).IsModified)];
        List<RowColumn> columns = [.. key.Concat(set).Select(p => new RowColumn(p.GetColumnName(), p)), .. tokens.Select(p => new RowColumn("was " + p.GetColumnName(), p))];
        var table = change.Type.GetTableName();
        var sql = $"UPDATE {table} SET {string.Join(", ", set.Select(p => $"{ManyRows.Quoted(p)} = v.{ManyRows.Quoted(p)}"))} FROM {ManyRows.Rows} WHERE "
            + string.Join(" AND ", key.Select(p => $"{table}.{ManyRows.Quoted(p)} = v.{ManyRows.Quoted(p)}").Concat(tokens.Select(p => $"{table}.{ManyRows.Quoted(p)} = v.\"was {p.GetColumnName()}\"")));
        List<IProperty> current = [.. key, .. set];
        var touched = await ManyRows.Run(db, columns, sql, [.. rows.Select(object?[] (r) => [.. ManyRows.Values(current, r.Entity), .. tokens.Select(t => r.Property(t).OriginalValue)])], cancel);
        if (touched != rows.Count)
        {
            throw new DbUpdateConcurrencyException($"Of {rows.Count} rows of {table}, {rows.Count - touched} were changed or removed by somebody else meanwhile.");
        }
    }

    // What the database fills in, composes or compares with care is left to EF, which knows how; none of it is many.
    private static bool IsPlain(IEntityType type) =>
        !type.GetComplexProperties().Any() && type.GetProperties().All(p => p.ValueGenerated == ValueGenerated.Never && !p.IsShadowProperty() && !(p.IsConcurrencyToken && p.IsNullable));

    /// <summary>Rows that share a statement: the same kind of row, changed in the same columns.</summary>
    private sealed record Change(IEntityType Type, EntityState State, UInt128 Columns)
    {
        public static Change Of(EntityEntry entry)
        {
            UInt128 columns = 0;
            foreach (var property in entry.State == EntityState.Modified ? entry.Metadata.GetProperties() : [])
            {
                columns |= entry.Property(property).IsModified ? UInt128.One << property.GetIndex() : 0;
            }

            return new(entry.Metadata, entry.State, columns);
        }
    }
}

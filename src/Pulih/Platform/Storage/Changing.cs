using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Pulih.Platform.Storage;

/// <summary>Changes single columns of a row by its key and known version, without reading the row again.</summary>
public sealed class Changing<TEntity>
    where TEntity : class
{
    private readonly EntityEntry<TEntity> entry;

    /// <summary>Begins on a row of which only key and version are known.</summary>
    public Changing(PulihDb db, TEntity known, Guid id)
    {
        // Added or changed earlier in the same batch: that entity goes on, with the version it was first seen at.
        entry = db.Own<TEntity>().FindEntry(id) ?? db.Attach(known);
    }

    /// <summary>The row as far as it is known.</summary>
    public TEntity Entity => entry.Entity;

    /// <summary>Changes one column and gives its new value.</summary>
    public TValue Set<TValue>(Expression<Func<TEntity, TValue>> property, TValue value)
    {
        var change = entry.Property(property);
        change.CurrentValue = value;
        if (entry.State is EntityState.Unchanged or EntityState.Modified)
        {
            change.IsModified = true;
        }

        return value;
    }

    /// <summary>The same, where there is a value to set.</summary>
    public TValue? SetIf<TValue>(Expression<Func<TEntity, TValue>> property, TValue? value)
        where TValue : class =>
        value is null ? null : Set(property, value);
}

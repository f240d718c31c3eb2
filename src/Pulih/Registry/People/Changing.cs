using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Pulih.Platform.Storage;

namespace Pulih.Registry.People;

/// <summary>Changes single columns of a row by its key and known version, without reading the row again.</summary>
internal sealed class Changing<TEntity>
    where TEntity : class
{
    private readonly EntityEntry<TEntity> entry;

    public Changing(PulihDb db, TEntity known, Func<TEntity, bool> isIt)
    {
        // Added or changed earlier in the same batch: that entity goes on, with the version it was first seen at.
        var tracked = db.Set<TEntity>().Local.FirstOrDefault(isIt);
        entry = tracked is null ? db.Attach(known) : db.Entry(tracked);
    }

    public TEntity Entity => entry.Entity;

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

    public TValue? SetIf<TValue>(Expression<Func<TEntity, TValue>> property, TValue? value)
        where TValue : class =>
        value is null ? null : Set(property, value);
}

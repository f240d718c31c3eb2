using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Pulih.Platform.Storage;

/// <summary>What a database context tracks already, without the search for changes that asking for it would start.</summary>
public static class Tracking
{
    /// <summary>The rows of this kind that were added, read or changed on this context.</summary>
    public static LocalView<TEntity> Own<TEntity>(this PulihDb db)
        where TEntity : class
    {
        // Local looks through every tracked row for changes first: in a batch of a hundred turns that costs more than the turns.
        var tracker = db.ChangeTracker;
        var detects = tracker.AutoDetectChangesEnabled;
        tracker.AutoDetectChangesEnabled = false;
        try
        {
            return db.Set<TEntity>().Local;
        }
        finally
        {
            tracker.AutoDetectChangesEnabled = detects;
        }
    }
}

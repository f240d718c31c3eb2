namespace Pulih.Platform.Storage;

/// <summary>For pages that change what others change at the same moment.</summary>
public static class Repeating
{
    private const int Most = 8;

    /// <summary>
    /// Does the work and saves it. Where somebody else was faster, everything is forgotten and the work done anew, so it
    /// must read what it changes. Throws what the last try threw.
    /// </summary>
    public static async Task<T> Repeat<T>(this PulihDb db, Func<Task<T>> work, CancellationToken cancel)
    {
        for (var tries = 1; ; tries++)
        {
            var done = await work();
            try
            {
                await db.SaveChangesAsync(cancel);
                return done;
            }
            catch (Exception conflict) when (tries < Most && Troubles.IsConflict(conflict))
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}
